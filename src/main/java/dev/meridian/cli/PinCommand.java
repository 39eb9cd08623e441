package dev.meridian.cli;

import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.CommandProcesses;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.StacksOption;
import dev.meridian.cli.stack.SynthesizedPlan;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.operate.StackSet;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.json.StateOutputs;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pin}: writes a snapshot of a region's outputs. */
@Command(
    name = "pin",
    description = "Writes a region's outputs to a file that can replace its state.")
final class PinCommand implements Callable<Integer> {
  @Parameters(paramLabel = "REGION", description = "A region of the declaration.")
  private String region;

  @Mixin private DeclarationOption declaration;
  @Mixin private AwsEndpointOption endpoint;
  @Mixin private StacksOption stacks;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "What to write (default: pinned/REGION.yaml next to the declaration).")
  private @Nullable Path file;

  @Option(names = "--force", description = "Overwrite a file with different content.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    DeclarationOption.Loaded loaded = stacks.asRehearsed(declaration.load(err), endpoint, err);
    Deployment deployment = loaded.deployment();
    Optional<DeploymentStack.RegionResources> found = deployment.stacks().region(region);
    if (found.isEmpty()) {
      throw bad(
          loaded.file(),
          "there is no region \"" + region + "\"",
          deployment.regions().isEmpty()
              ? "the file declares no regions, so there is nothing to pin"
              : "name one of " + String.join(", ", deployment.regions().keySet()));
    }
    Path folder = Objects.requireNonNull(loaded.file().toAbsolutePath().getParent());
    Path target = file == null ? folder.resolve("pinned").resolve(region + ".yaml") : file;
    String stack = found.get().name();
    try (RunningProcesses processes = CommandProcesses.start()) {
      StackSet set = stacks.stacks(deployment, processes, endpoint.environment());
      PinnedOutputs outputs = pinned(loaded.file(), stack, read(set, loaded, stack, err));
      boolean accelerated =
          deployment.accelerators().values().stream()
              .anyMatch(accelerator -> accelerator.groups().containsKey(region));
      PinnedOutputs needed = accelerated ? outputs : outputs.withoutArn();
      write(target, ofZones(deployment, needed, loaded.file(), stack).yaml(region, stack));
    }
    String name = folder.relativize(target.toAbsolutePath()).toString().replace('\\', '/');
    PrintWriter out = spec.commandLine().getOut();
    out.println("Wrote " + target + ". While that state cannot be read, declare:");
    out.println("    regions: {" + region + ": {pinned: " + name + "}}");
    return ExitCode.FINE;
  }

  private static StateOutputs read(
      StackSet set, DeclarationOption.Loaded loaded, String stack, PrintWriter err)
      throws BadInput, TerraformFailed, IOException, InterruptedException {
    if (!set.isWritten(stack)) {
      SynthesizedPlan written = SynthesizedPlan.of(loaded, err);
      set.writeMissing(written.plan(), written.migration());
    }
    Terraform terraform = set.terraform(stack);
    if (!set.isInitialized(stack)) {
      terraform.init();
    }
    return terraform.outputs();
  }

  private static PinnedOutputs pinned(Path declared, String stack, StateOutputs outputs)
      throws BadInput {
    return PinnedOutputs.of(outputs.texts(), outputs.lists())
        .orElseThrow(
            () ->
                bad(
                    declared,
                    "the state of " + stack + " has no outputs to pin",
                    "apply that stack first, or name the stacks' folder with --output"));
  }

  /**
   * What the zones of the deployment read: a pin without it would be refused in the declaration.
   */
  private PinnedOutputs ofZones(
      Deployment deployment, PinnedOutputs outputs, Path declared, String stack) throws BadInput {
    if (deployment.privateZone().filter(zone -> zone.regions().contains(region)).isEmpty()) {
      return outputs.withoutInternal();
    }
    if (outputs.internalOutputs().isEmpty()) {
      throw bad(
          declared,
          "the state of " + stack + " has no outputs of an internal load balancer",
          "apply that stack first, because the private zone needs them");
    }
    return outputs;
  }

  private void write(Path target, String yaml) throws IOException, BadInput {
    if (Files.isDirectory(target)) {
      throw bad(
          target, "it is a folder", "name a file, such as " + target.resolve(region + ".yaml"));
    }
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    if (!force && WholeFile.differs(target, bytes)) {
      throw bad(
          target,
          "it exists with different content",
          "compare the two, then run the command again with --force, or name another --file");
    }
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    WholeFile.replace(target, bytes);
  }

  private static BadInput bad(Path at, String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile(at.toString()), "", what, fix)));
  }
}
