package dev.meridian.terraform;

import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings for all stacks of one run.
 *
 * @param environment variables for Terraform, in addition to this process's own
 */
public record TerraformSettings(
    TerraformBinary binary,
    RunningProcesses processes,
    SortedMap<String, String> environment,
    Progress.Listener listener) {

  /**
   * Every command reads the schema of the AWS provider, and Go's runtime collects garbage many
   * times while the heap grows. This saves a fifth of a command's CPU time, and costs 30 MB.
   *
   * @see <a href="https://go.dev/doc/gc-guide">A Guide to the Go Garbage Collector</a>
   */
  private static final Map<String, String> RARE_COLLECTIONS =
      Map.of("GOGC", "400", "GOMEMLIMIT", "512MiB");

  public TerraformSettings {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /**
   * The usual settings: no update check, no questions, and providers from a mirror if there is one.
   *
   * @param own this process's variables
   * @param folder for files that Meridian writes, such as the CLI configuration
   */
  public static TerraformSettings usual(
      TerraformBinary binary, RunningProcesses processes, Map<String, String> own, Path folder)
      throws IOException {
    return of(binary, processes, own, CliConfig.variables(own, ProviderMirror.find(own), folder));
  }

  /** Settings to read outputs only; writes no files. */
  public static TerraformSettings reading(
      TerraformBinary binary, RunningProcesses processes, Map<String, String> own) {
    return of(binary, processes, own, CliConfig.withoutProviders(own));
  }

  private static TerraformSettings of(
      TerraformBinary binary,
      RunningProcesses processes,
      Map<String, String> own,
      SortedMap<String, String> environment) {
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("TF_IN_AUTOMATION", "1");
    environment.put("TF_INPUT", "0");
    environment.put("TF_DATA_DIR", ""); // stacks with a common one would use each other's backend
    if (!own.containsKey("GOGC") && !own.containsKey("GOMEMLIMIT")) {
      environment.putAll(RARE_COLLECTIONS);
    }
    // TF_CLI_ARGS in the user's shell could change the output that Meridian reads.
    own.keySet().stream()
        .filter(name -> name.startsWith("TF_CLI_ARGS"))
        .forEach(name -> environment.put(name, ""));
    return new TerraformSettings(binary, processes, environment, Progress.Listener.NONE);
  }

  /** These settings with {@code more} variables, such as {@code AWS_ENDPOINT_URL}. */
  public TerraformSettings with(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(environment);
    all.putAll(more);
    return new TerraformSettings(binary, processes, all, listener);
  }

  /** These settings with a listener for progress. */
  public TerraformSettings withListener(Progress.Listener other) {
    return new TerraformSettings(binary, processes, environment, other);
  }
}
