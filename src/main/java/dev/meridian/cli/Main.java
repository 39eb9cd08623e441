package dev.meridian.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry point of the program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commands =
        Commands.of(args)
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(new ExceptionHandler())
            .setCaseInsensitiveEnumValuesAllowed(true);
    int exitCode;
    try {
      exitCode = commands.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      err.println("Meridian ran out of memory (" + e.getClass().getSimpleName() + ").");
      err.println(
          "    fix: reduce the input, for example with a smaller --failures, or give Java more"
              + " memory, such as MERIDIAN_JAVA_OPTS=-Xmx1g");
      exitCode = ExitCode.OUR_FAULT;
    }
    out.flush();
    err.flush();
    return exitCode;
  }
}
