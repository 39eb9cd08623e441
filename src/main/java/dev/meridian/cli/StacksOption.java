package dev.meridian.cli;

import dev.meridian.config.Deployment;
import dev.meridian.rehearse.StackSet;
import dev.meridian.terraform.Progress;
import dev.meridian.terraform.RunningProcesses;
import dev.meridian.terraform.TerraformSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --output}: where the stacks are. */
final class StacksOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "cdktf.out",
      description = "Where the stacks are (default: ${DEFAULT-VALUE}).")
  private Path output;

  StackSet stacks(
      Deployment deployment, RunningProcesses processes, Map<String, String> environment)
      throws NoTerraform, IOException {
    Path files = output.toAbsolutePath().resolveSibling(".meridian").resolve("settings");
    TerraformSettings settings =
        TerraformSettings.usual(NoTerraform.find(), processes, System.getenv(), files)
            .with(environment)
            .heardBy(Progress.Listener.NONE);
    return new StackSet(deployment, output.toAbsolutePath(), settings);
  }
}
