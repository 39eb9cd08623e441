package dev.meridian.cli;

import dev.meridian.live.LiveFailed;
import dev.meridian.rehearse.LocalAwsFailed;
import dev.meridian.rehearse.RehearsalRefused;
import dev.meridian.rehearse.StacksFailed;
import dev.meridian.terraform.TerraformFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the user's slips from our own: they look different and end with different codes. */
final class Faults implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Exception fault =
        thrown instanceof UncheckedIOException unchecked
            ? Objects.requireNonNull(unchecked.getCause())
            : thrown;
    PrintWriter err = command.getErr();
    if (fault instanceof BadInput input) {
      input.problems().forEach(err::println);
      int count = input.problems().size();
      err.println(count + (count == 1 ? " problem" : " problems") + "; nothing was written.");
      return ExitCode.BAD_INPUT;
    }
    if (fault instanceof RehearsalRefused refused) {
      err.println(refused.getMessage());
      err.println("    fix: " + refused.fix());
      return ExitCode.BAD_INPUT;
    }
    if (fault instanceof FileSystemException trouble) {
      err.println(FileTrouble.text(trouble));
      return ExitCode.BAD_INPUT;
    }
    if (fault instanceof IOException) {
      err.println("Reading or writing failed: " + fault.getMessage());
      err.println("    fix: see that there is room on the disk, and run it again");
      return ExitCode.OUR_FAULT;
    }
    if (isTrouble(fault)) {
      err.println(fault.getMessage());
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

  /** Neither the input nor Meridian is to blame, and the message has the next step. */
  private static boolean isTrouble(Exception fault) {
    return fault instanceof StacksFailed
        || fault instanceof TerraformFailed
        || fault instanceof LiveFailed
        || fault instanceof LocalAwsFailed
        || fault instanceof NoTerraform;
  }
}
