package dev.meridian.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs commands that start often, one after the other in one JVM, for the launcher: the JVM records
 * what they load. No user calls it.
 */
final class Recording {
  private Recording() {}

  /**
   * Exits with 0 unless a command could not be run. Findings in the declarations do not count.
   *
   * @param args {@code synth}, which writes the recipe's stacks into the folder it runs in, or
   *     {@code questions}; then the paths of two declarations, the recipe and one with findings
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int worst = ExitCode.FINE;
    for (List<String> command : commands(args[0], args[1], args[2])) {
      worst = Math.max(worst, Main.run(out, err, command.toArray(String[]::new)));
    }
    System.exit(worst > ExitCode.FINDING ? worst : ExitCode.FINE);
  }

  private static List<List<String>> commands(String kind, String recipe, String flawed) {
    if (kind.equals("synth")) {
      return List.of(List.of("synth", "--config", recipe));
    }
    return List.of(
        List.of("version"),
        List.of("validate", "--config", recipe),
        List.of("resolve", "api", "--explain", "--config", recipe),
        List.of("what-if", "--down", "us-east-1", "--config", recipe),
        List.of("prove", "--config", recipe),
        List.of("check", "--config", flawed),
        List.of("compare", recipe, flawed));
  }
}
