package dev.meridian.cli;

import dev.meridian.aws.AwsAccess;
import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.CommandProcesses;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.NoTerraform;
import dev.meridian.cli.option.StacksOption;
import dev.meridian.declaration.Deployment;
import dev.meridian.operate.RegionOutputSource;
import dev.meridian.operate.StackSet;
import dev.meridian.operate.Verification;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify}: compares what is deployed with what is declared. */
@Command(
    name = "verify",
    description = "Compares what is deployed with the declaration, field by field; only reads.")
final class VerifyCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;
  @Mixin private AwsEndpointOption endpoint;
  @Mixin private StacksOption stacks;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DeclarationOption.Loaded loaded = stacks.asRehearsed(declaration.load(err), endpoint, err);
    Deployment deployment = loaded.deployment();
    AwsAccess access = endpoint.access().at(deployment.stacks().dns().awsRegion());
    try (RunningProcesses processes = CommandProcesses.start()) {
      RegionOutputSource.Found regions =
          RegionOutputSource.find(deployment, stacks(deployment, processes), access);
      regions.notes().forEach(err::println);
      Verification.Result result =
          Verification.of(
              deployment, loaded.compiled().plan(), regions.outputs(), regions.zoneId(), access);
      result.notCompared().forEach(one -> err.println("Not compared: " + one));
      result.findings().forEach(out::println);
      out.println(
          (result.findings().isEmpty()
                  ? "As declared: "
                  : Count.of(result.findings().size(), "finding") + " in ")
              + result.compared()
              + ".");
      return result.findings().isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
    }
  }

  /** Without Terraform, Meridian asks AWS for what the states contain. */
  private Optional<StackSet> stacks(Deployment deployment, RunningProcesses processes)
      throws IOException {
    try {
      return Optional.of(stacks.toRead(deployment, processes, endpoint.environment()));
    } catch (NoTerraform e) {
      return Optional.empty();
    }
  }
}
