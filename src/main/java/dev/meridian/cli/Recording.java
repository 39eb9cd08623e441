package dev.meridian.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs the commands that start often, one after the other in one JVM, for the launcher: the JVM
 * records what they load. No user calls it.
 */
final class Recording {
  private Recording() {}

  /**
   * Writes the recipe's stacks into the folder it runs in.
   *
   * @param args the paths of two declarations: the recipe and one with findings
   */
  public static void main(String[] args) {
    String recipe = args[0];
    String flawed = args[1];
    List<List<String>> commands =
        List.of(
            List.of("synth"),
            List.of("version"),
            List.of("validate"),
            List.of("resolve", "api", "--explain"),
            List.of("what-if", "--down", "us-east-1"),
            List.of("prove"),
            List.of("check", "--config", flawed),
            List.of("compare", recipe, flawed));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int worst = ExitCode.FINE;
    for (List<String> command : commands) {
      worst = Math.max(worst, Main.run(out, err, command.toArray(String[]::new)));
    }
    // Findings are fine: these declarations have some.
    System.exit(worst > ExitCode.FINDING ? worst : ExitCode.FINE);
  }
}
