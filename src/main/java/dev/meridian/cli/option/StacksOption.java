package dev.meridian.cli.option;

import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.operate.StackSet;
import dev.meridian.rehearse.EarlierRehearsal;
import dev.meridian.rehearse.RehearsalDeployment;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --output}: where the stacks are. */
public final class StacksOption {
  private static final String DEFAULT = "cdktf.out";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = DEFAULT,
      description = "Where the stacks are (default: ${DEFAULT-VALUE}).")
  private Path output;

  /**
   * The declaration. If the stacks are those of a kept rehearsal at {@code endpoint}, the
   * deployment as it was rehearsed; the differences are printed to {@code err}.
   */
  public DeclarationOption.Loaded asRehearsed(
      DeclarationOption.Loaded loaded, AwsEndpointOption endpoint, PrintWriter err)
      throws IOException {
    return rehearsed(loaded, endpoint, err).orElse(loaded);
  }

  /** The same; empty if the stacks are not those of a kept rehearsal. */
  public Optional<DeclarationOption.Loaded> rehearsed(
      DeclarationOption.Loaded loaded, AwsEndpointOption endpoint, PrintWriter err)
      throws IOException {
    Optional<RehearsalDeployment> rehearsed =
        endpoint.endpoint().isEmpty()
            ? Optional.empty()
            : EarlierRehearsal.of(loaded.deployment(), output, endpoint.endpoint().get());
    if (rehearsed.isEmpty()) {
      return Optional.empty();
    }
    rehearsed.get().notes().forEach(note -> err.println("Not as declared: " + note));
    Deployment deployment = rehearsed.get().deployment();
    return Optional.of(
        new DeclarationOption.Loaded(loaded.file(), deployment, Compiler.compile(deployment)));
  }

  /** The folder, such as {@code cdktf.out}. */
  public Path folder() {
    return output;
  }

  /** The option as the user wrote it, after a space. */
  public String arguments() {
    return output.equals(Path.of(DEFAULT)) ? "" : " -o " + ShellWord.of(output);
  }

  /** The stacks, for changes; writes Terraform's files next to them. */
  public StackSet stacks(
      Deployment deployment, RunningProcesses processes, Map<String, String> environment)
      throws NoTerraform, IOException {
    Path files = output.toAbsolutePath().resolveSibling(".meridian").resolve("settings");
    TerraformSettings settings =
        TerraformSettings.usual(NoTerraform.find(), processes, System.getenv(), files);
    return new StackSet(deployment, output.toAbsolutePath(), settings.with(environment));
  }

  /** The stacks, for reading their outputs; writes nothing. */
  public StackSet toRead(
      Deployment deployment, RunningProcesses processes, Map<String, String> environment)
      throws NoTerraform {
    TerraformSettings settings =
        TerraformSettings.reading(NoTerraform.find(), processes, System.getenv());
    return new StackSet(deployment, output.toAbsolutePath(), settings.with(environment));
  }
}
