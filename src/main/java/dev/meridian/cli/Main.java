package dev.meridian.cli;

import dev.meridian.cli.usage.Invocation;
import dev.meridian.cli.usage.UsageErrors;
import dev.meridian.diagnostic.PrintableWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry point of the program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(output, err, args));
  }

  /** Output that is lost is a failure, whatever the command found. */
  static int run(StandardOutput output, PrintWriter err, String... args) {
    PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
    int exitCode = run(out, err, args);
    return output.lost().map(reason -> lost(reason, err)).orElse(exitCode);
  }

  /** Meridian prints no control sequences, so those in its output are from states or from AWS. */
  private static PrintWriter printable(PrintWriter to) {
    return new PrintWriter(new PrintableWriter(to), true);
  }

  private static int lost(String reason, PrintWriter err) {
    err.println("A part of the output could not be written: " + reason);
    err.println("    fix: make room, or write the output to another place");
    err.flush();
    return ExitCode.OUR_FAULT;
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    Invocation invocation = new Invocation(System.getenv(), out);
    CommandLine commands =
        Commands.of(args)
            .setOut(printable(out))
            .setErr(printable(err))
            .setExecutionStrategy(invocation)
            .setParameterExceptionHandler(new UsageErrors())
            .setExecutionExceptionHandler(new ExceptionHandler())
            .setCaseInsensitiveEnumValuesAllowed(true);
    int exitCode;
    try {
      exitCode = commands.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      err.println("Meridian ran out of memory (" + e.getClass().getSimpleName() + ").");
      err.println(
          "    fix: give Java more memory, such as MERIDIAN_JAVA_OPTS=-Xmx1g, or ask for less: a"
              + " smaller file, or fewer --failures");
      exitCode = ExitCode.OUR_FAULT;
    }
    invocation.end(exitCode);
    out.flush();
    err.flush();
    return exitCode;
  }
}
