package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.Console;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --yes}: asks before a command deletes or changes something. */
public final class Confirmation {
  @Option(names = "--yes", description = "Do not ask; for scripts.")
  private boolean yes;

  /**
   * Refuses to run where nobody can be asked. Call this first, because reading and planning take
   * time.
   *
   * @throws BadInput without a terminal and without {@code --yes}
   */
  public void requireTerminal() throws BadInput {
    if (!yes && console() == null) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile("--yes"),
                  "",
                  "there is no terminal on which to ask",
                  "run the command in a terminal, or with --yes if you are sure")));
    }
  }

  /** Whether the user types {@code expected}, or said {@code --yes}. */
  public boolean given(String expected) {
    return given(expected, "destroy this");
  }

  /**
   * The same.
   *
   * @param purpose what happens then
   */
  public boolean given(String expected, String purpose) {
    if (yes) {
      return true;
    }
    Console console = console();
    return console != null
        && expected.equals(console.readLine("Type %s to %s: ", expected, purpose));
  }

  private static @Nullable Console console() {
    return System.console();
  }
}
