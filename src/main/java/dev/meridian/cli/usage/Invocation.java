package dev.meridian.cli.usage;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs the command of one command line, with the options that every command has. */
public final class Invocation implements IExecutionStrategy {
  private final Map<String, String> environment;
  private final PrintWriter terminal;
  private @Nullable HeldOutput held;

  /**
   * @param environment the environment variables
   * @param terminal where help with colors goes; other output is escaped on its way there
   */
  public Invocation(Map<String, String> environment, PrintWriter terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  @Override
  public int execute(ParseResult parsed) {
    CommandLine line = parsed.commandSpec().commandLine();
    ParseResult command = CommonOptions.command(parsed);
    if (command.isUsageHelpRequested()) {
      boolean off = CommonOptions.isWithoutColor(parsed);
      line.setColorScheme(Colors.scheme(off, environment, Colors.isTerminal())).setOut(terminal);
    } else if (CommonOptions.isQuiet(parsed) && !command.isVersionHelpRequested()) {
      held = new HeldOutput(line.getOut(), line.getErr());
      line.setOut(held.out()).setErr(held.err());
    }
    return new RunLast().execute(parsed);
  }

  /** Prints what was held back, unless the command exits with 0. */
  public void end(int exitCode) {
    if (held != null && exitCode != 0) {
      held.release();
    }
  }
}
