package dev.meridian.cli.option;

import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.environment.EnvironmentFolder;
import dev.meridian.operate.StackSet;
import dev.meridian.rehearse.EarlierRehearsal;
import dev.meridian.rehearse.RehearsalDeployment;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --output}: where the stacks are. The command also has a {@link DeclarationOption}. */
public final class StacksOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "${env:MERIDIAN_OUTPUT}",
      description =
          "The folder of the stacks (default: $MERIDIAN_OUTPUT, then cdktf.out, or"
              + " cdktf.NAME.out for meridian.NAME.yaml and NAME.yaml).")
  private @Nullable Path output;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** The folder of the stacks of {@code deployment}, which the command's declaration declares. */
  public EnvironmentFolder folder(Deployment deployment) throws IOException {
    Path declaration = DeclarationOption.file(command);
    Optional<Path> given = given();
    return given.isPresent()
        ? EnvironmentFolder.given(declaration, deployment, given.get())
        : EnvironmentFolder.chosen(declaration, deployment);
  }

  /** An empty variable counts as unset, as in a shell. */
  private Optional<Path> given() {
    return Optional.ofNullable(output).filter(folder -> !folder.toString().isEmpty());
  }

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
            : EarlierRehearsal.of(
                loaded.deployment(),
                folder(loaded.deployment()).folder(),
                endpoint.endpoint().get());
    if (rehearsed.isEmpty()) {
      return Optional.empty();
    }
    rehearsed.get().notes().forEach(note -> err.println("Not as declared: " + note));
    Deployment deployment = rehearsed.get().deployment();
    return Optional.of(
        new DeclarationOption.Loaded(loaded.file(), deployment, Compiler.compile(deployment)));
  }

  /** The option as the user wrote it, after a space. */
  public String arguments() {
    return given().map(folder -> " -o " + ShellWord.of(folder)).orElse("");
  }

  /**
   * The stacks, for changes; writes Terraform's files next to them.
   *
   * @throws BadInput if the folder has the stacks of another deployment instead
   */
  public StackSet stacks(
      Deployment deployment, RunningProcesses processes, Map<String, String> environment)
      throws BadInput, NoTerraform, IOException {
    EnvironmentFolder chosen = folder(deployment);
    List<Diagnostic> problems = chosen.problemsOfAdding();
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    Path output = chosen.folder().toAbsolutePath();
    Path files = output.resolveSibling(".meridian").resolve("settings");
    TerraformSettings settings =
        TerraformSettings.usual(NoTerraform.find(), processes, System.getenv(), files);
    return new StackSet(deployment, output, settings.with(environment));
  }

  /** The stacks, for reading their outputs; writes nothing. */
  public StackSet toRead(
      Deployment deployment, RunningProcesses processes, Map<String, String> environment)
      throws NoTerraform, IOException {
    TerraformSettings settings =
        TerraformSettings.reading(NoTerraform.find(), processes, System.getenv());
    Path output = folder(deployment).folder().toAbsolutePath();
    return new StackSet(deployment, output, settings.with(environment));
  }

  /** The same; empty without Terraform, so that Meridian asks AWS for what the states contain. */
  public Optional<StackSet> withTerraform(
      Deployment deployment, RunningProcesses processes, AwsEndpointOption endpoint)
      throws IOException {
    try {
      return Optional.of(toRead(deployment, processes, endpoint.environment()));
    } catch (NoTerraform e) {
      return Optional.empty();
    }
  }
}
