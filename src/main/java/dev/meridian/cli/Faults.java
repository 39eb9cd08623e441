package dev.meridian.cli;

import dev.meridian.live.LiveFailed;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the user's slips from our own: they look different and end with different codes. */
final class Faults implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (fault instanceof BadInput input) {
      input.problems().forEach(err::println);
      int count = input.problems().size();
      err.println(count + (count == 1 ? " problem" : " problems") + "; nothing was written.");
      return ExitCode.BAD_INPUT;
    }
    if (fault instanceof LiveFailed) {
      err.println(fault.getMessage()); // the message has the next step
      return ExitCode.OUR_FAULT;
    }
    err.println("This is a fault of Meridian's, not of your input:");
    err.println("  " + fault);
    if (System.getenv("MERIDIAN_DEBUG") == null) {
      err.println("Set MERIDIAN_DEBUG=1 to see where, and please report it.");
    } else {
      fault.printStackTrace(err);
    }
    return ExitCode.OUR_FAULT;
  }
}
