package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.option.CommandProcesses;
import dev.meridian.cli.option.NoTerraform;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.RunningProcesses;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rehearsal that stays running, for tests whose steps work on what it applied.
 *
 * @param folder where it wrote
 * @param run what {@code rehearse --keep} printed
 */
record KeptRehearsal(Path declaration, Path folder, Run run) implements AutoCloseable {
  private static final Pattern ENDPOINT = Pattern.compile("AWS_ENDPOINT_URL=(http://\\S+)");
  private static final Pattern KILL = Pattern.compile("kill (\\d+)");

  /** Rehearses a declaration with more options. */
  static KeptRehearsal of(Path declaration, Path folder, String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "rehearse", "-c", declaration.toString(), "--folder", folder.toString(), "--keep"));
    all.addAll(List.of(options));
    return new KeptRehearsal(declaration, folder, Run.of(all.toArray(String[]::new)));
  }

  /** The address of its local AWS. */
  String endpoint() {
    return found(ENDPOINT, run.out());
  }

  Path stacks() {
    return folder.resolve("cdktf.out");
  }

  /** Runs a command for its declaration. */
  Run command(String... words) {
    return command(declaration, words);
  }

  /** Runs a command for another version of its declaration. */
  Run command(Path other, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(
        List.of("-c", other.toString(), "--aws-endpoint", endpoint(), "-o", stacks().toString()));
    return Run.of(all.toArray(String[]::new));
  }

  /** Something that is done with the Terraform of a stack. */
  @FunctionalInterface
  interface Work {
    void with(Terraform terraform) throws Exception;
  }

  /** Does something with the Terraform of a stack as it is on disk. */
  void terraform(String stack, Work work) throws Exception {
    try (RunningProcesses processes = CommandProcesses.start()) {
      TerraformSettings settings =
          TerraformSettings.usual(
                  NoTerraform.find(), processes, System.getenv(), folder.resolve("settings"))
              .with(LocalAws.environment(URI.create(endpoint()), System.getenv()));
      work.with(new Terraform(stack, stacks().resolve("stacks").resolve(stack), settings));
    }
  }

  /** The text that the first group of a pattern matches. */
  static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  /** Ends the local AWS. */
  @Override
  public void close() {
    Matcher kill = KILL.matcher(run.out());
    if (kill.find()) {
      ProcessHandle.of(Long.parseLong(kill.group(1))).ifPresent(ProcessHandle::destroy);
    }
  }
}
