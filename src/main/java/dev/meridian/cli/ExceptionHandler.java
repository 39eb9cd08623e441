package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.NoTerraform;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.operate.StacksFailed;
import dev.meridian.rehearse.LocalAwsFailed;
import dev.meridian.rehearse.RehearsalRefused;
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

/** Tells the user's slips from our own: they look different and end with different codes. */
final class ExceptionHandler implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    Exception fault =
        thrown instanceof UncheckedIOException unchecked
            ? Objects.requireNonNull(unchecked.getCause())
            : thrown;
    PrintWriter err = command.getErr();
    if (isDiskFull(thrown)) {
      err.println("The disk is full: " + fault.getMessage());
      err.println("    fix: free space, and run it again");
      return ExitCode.OUR_FAULT;
    }
    if (fault instanceof BadInput input) {
      return badInput(input.problems(), err);
    }
    if (fault instanceof InvalidDeclaration invalid) {
      return badInput(invalid.problems(), err);
    }
    if (fault instanceof RehearsalRefused refused) {
      err.println(refused.getMessage());
      err.println("    fix: " + refused.fix());
      return ExitCode.BAD_INPUT;
    }
    if (fault instanceof FileSystemException trouble) {
      err.println(FileErrorText.text(trouble));
      return ExitCode.BAD_INPUT;
    }
    if (fault instanceof IOException) {
      err.println("Reading or writing failed: " + fault.getMessage());
      err.println("    fix: check the files and folders that the command names, and run it again");
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

  private static int badInput(List<Diagnostic> problems, PrintWriter err) {
    problems.forEach(err::println);
    int count = problems.size();
    err.println(count + (count == 1 ? " problem" : " problems") + "; nothing was written.");
    return ExitCode.BAD_INPUT;
  }

  /** By Java, or by the JavaScript that writes the stacks. */
  private static boolean isDiskFull(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).matches("(?s).*(No space left on device|ENOSPC).*")) {
        return true;
      }
    }
    return false;
  }

  /** Neither the input nor Meridian is to blame, and the message has the next step. */
  private static boolean isTrouble(Exception fault) {
    return fault instanceof StacksFailed
        || fault instanceof TerraformFailed
        || fault instanceof AwsReadException
        || fault instanceof LocalAwsFailed
        || fault instanceof NoTerraform;
  }
}
