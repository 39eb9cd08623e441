package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.NoTerraform;
import dev.meridian.cli.view.FileErrorText;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.diagnostic.Printable;
import dev.meridian.rehearse.LocalAwsFailed;
import dev.meridian.rehearse.RehearsalRefused;
import dev.meridian.stacks.output.OutputRefused;
import dev.meridian.terraform.StacksFailed;
import dev.meridian.terraform.TerraformFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports bad input, failures outside of Meridian, and bugs, each with its own exit code. */
final class ExceptionHandler implements IExecutionExceptionHandler {
  /** Nobody reads more, and a terminal takes minutes to show a million. */
  private static final int MOST_PRINTED = 1_000;

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Exception fault =
        thrown instanceof UncheckedIOException unchecked
            ? Objects.requireNonNull(unchecked.getCause())
            : thrown;
    PrintWriter err = command.getErr();
    if (Interrupt.isUnderWay()) {
      return ExitCode.OUR_FAULT; // the exit code of the program is that of the signal
    }
    if (isDiskFull(thrown)) {
      err.println("The disk is full: " + fault.getMessage());
      err.println("    fix: free some space, and run the command again");
      return ExitCode.OUR_FAULT;
    }
    if (fault instanceof BadInput input) {
      return badInput(input.problems(), err);
    }
    if (fault instanceof InvalidDeclaration invalid) {
      return badInput(invalid.diagnostics(), err);
    }
    if (fault instanceof OutputRefused refused) {
      return badInput(refused.diagnostics(), err);
    }
    if (fault instanceof RehearsalRefused refused) {
      err.println(refused.getMessage());
      err.println("    fix: " + refused.fix());
      return ExitCode.BAD_INPUT;
    }
    if (fault instanceof FileSystemException failure) {
      err.println(FileErrorText.text(failure));
      return ExitCode.BAD_INPUT;
    }
    if (fault instanceof IOException) {
      err.println("Reading or writing failed: " + fault.getMessage());
      err.println("    fix: check the files and folders that the command names, and run it again");
      return ExitCode.OUR_FAULT;
    }
    if (isExternalFailure(fault)) {
      err.println(Printable.shortened(String.valueOf(fault.getMessage())));
      return ExitCode.OUR_FAULT;
    }
    if (Interrupt.isNear()) {
      return ExitCode.OUR_FAULT;
    }
    err.println("Meridian has a bug; your input is not the cause:");
    err.println("  " + fault);
    if (System.getenv("MERIDIAN_DEBUG") == null) {
      err.println("Set MERIDIAN_DEBUG=1 to see the stack trace, and please report the bug.");
    } else {
      fault.printStackTrace(err);
    }
    return ExitCode.OUR_FAULT;
  }

  private static int badInput(List<Diagnostic> diagnostics, PrintWriter err) {
    diagnostics.stream().limit(MOST_PRINTED).forEach(err::println);
    if (diagnostics.size() > MOST_PRINTED) {
      err.println("… and " + Count.of(diagnostics.size() - MOST_PRINTED, "more problem"));
    }
    err.println(Count.of(diagnostics.size(), "problem") + "; nothing was written.");
    return ExitCode.BAD_INPUT;
  }

  /** Whether Java, or the JavaScript that writes the stacks, ran out of disk space. */
  private static boolean isDiskFull(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).matches("(?s).*(No space left on device|ENOSPC).*")) {
        return true;
      }
    }
    return false;
  }

  /** Whether neither the input nor Meridian is the cause. The message then has the next step. */
  private static boolean isExternalFailure(Exception fault) {
    return fault instanceof StacksFailed
        || fault instanceof TerraformFailed
        || fault instanceof AwsReadException
        || fault instanceof LocalAwsFailed
        || fault instanceof NoTerraform;
  }
}
