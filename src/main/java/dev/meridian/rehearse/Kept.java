package dev.meridian.rehearse;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A rehearsed deployment that stays.
 *
 * @param pid the local AWS's process; 0 where somebody else started it
 * @param output its {@code cdktf.out}
 */
public record Kept(URI endpoint, long pid, Path output) {

  /** What to type to use it and to end it. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Kept. For terraform, aws and cdktf in a shell of yours:");
    lines.add("");
    lines.add("    export AWS_REGION=us-east-1");
    LocalAws.environment(endpoint)
        .forEach(
            (name, value) ->
                lines.add(
                    value.isEmpty()
                        ? "    unset " + name
                        : "    export " + name + "=" + quoted(value)));
    lines.add("    cd " + quoted(output.resolve("stacks").toString()));
    lines.add("");
    lines.add("Compare it with the declaration again, after whatever you changed:");
    lines.add("");
    lines.add(
        "    ./meridian verify --aws-endpoint " + endpoint + " --output " + quoted("" + output));
    lines.add("");
    lines.add(
        pid == 0
            ? "Destroy it with terraform destroy, first in the dns stack's folder."
            : "End it, and all that is on it: kill " + pid);
    return lines;
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
