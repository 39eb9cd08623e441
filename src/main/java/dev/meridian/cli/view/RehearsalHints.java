package dev.meridian.cli.view;

import dev.meridian.cli.option.ShellWord;
import dev.meridian.rehearse.RunningRehearsal;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that use a kept rehearsal and end it.
 *
 * @param declared the option that names its declaration, after a space; empty for the default
 */
public record RehearsalHints(RunningRehearsal kept, String declared) {

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Kept. To use terraform, aws, and cdktf in your own shell:");
    lines.add("");
    kept.variables().forEach((name, value) -> lines.add("    " + set(name, value)));
    lines.add("    terraform -chdir=" + folder() + " plan");
    lines.add("");
    lines.add("To compare it with the declaration after your changes:");
    lines.add("");
    lines.add(
        "    ./meridian verify"
            + declared
            + " --aws-endpoint "
            + kept.endpoint()
            + " --output "
            + ShellWord.of(kept.output()));
    lines.add("");
    lines.add(
        kept.pid() == 0
            ? "To destroy it, run ./meridian destroy"
                + declared
                + " --aws-endpoint "
                + kept.endpoint()
                + " --output "
                + ShellWord.of(kept.output())
                + ". To delete its zone, too, add --delete-zone with the name of the zone."
            : "To end it and delete everything on it: kill " + kept.pid());
    return lines;
  }

  private static String set(String name, String value) {
    return value.isEmpty() ? "unset " + name : "export " + name + "=" + ShellWord.of(value);
  }

  private String folder() {
    return ShellWord.of(kept.output().resolve("stacks").resolve(kept.dns()));
  }
}
