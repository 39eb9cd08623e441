package dev.meridian.terraform;

import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all stacks of one run share.
 *
 * @param environment set for each terraform beside this process's own variables
 */
public record TerraformSettings(
    TerraformBinary binary,
    RunningProcesses processes,
    SortedMap<String, String> environment,
    Progress.Listener listener) {

  public TerraformSettings {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /**
   * The usual settings: no phone-home, no questions, providers from a mirror where one is found.
   *
   * @param own this process's variables
   * @param folder for files of ours, such as the CLI configuration
   */
  public static TerraformSettings usual(
      TerraformBinary binary, RunningProcesses processes, Map<String, String> own, Path folder)
      throws IOException {
    return of(binary, processes, own, CliConfig.variables(own, ProviderMirror.find(own), folder));
  }

  /** Settings for terraform that is to read outputs and no more: it takes no files of ours. */
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
    environment.put("TF_DATA_DIR", ""); // stacks that shared one would take each other's backend
    // Options of the user's shell could undo what the reading of its output relies on.
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

  /** These settings with somebody who hears what terraform does. */
  public TerraformSettings withListener(Progress.Listener other) {
    return new TerraformSettings(binary, processes, environment, other);
  }
}
