package dev.meridian.cli.view;

import dev.meridian.cli.option.ShellWord;
import dev.meridian.rehearse.RunningRehearsal;
import java.util.ArrayList;
import java.util.List;

/**
 * What to type to use a kept rehearsal and to end it.
 *
 * @param declared the option that names its declaration, with a blank before it, or nothing
 */
public record RehearsalHints(RunningRehearsal kept, String declared) {

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Kept. For terraform, aws and cdktf in a shell of yours:");
    lines.add("");
    kept.variables().forEach((name, value) -> lines.add("    " + set(name, value)));
    lines.add("    terraform -chdir=" + folder() + " plan");
    lines.add("");
    lines.add("Compare it with the declaration again, after whatever you changed:");
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
            ? "Destroy it with terraform destroy, first in " + kept.dns() + "."
            : "End it, and all that is on it: kill " + kept.pid());
    return lines;
  }

  private static String set(String name, String value) {
    return value.isEmpty() ? "unset " + name : "export " + name + "=" + ShellWord.of(value);
  }

  private String folder() {
    return ShellWord.of(kept.output().resolve("stacks").resolve(kept.dns()));
  }
}
