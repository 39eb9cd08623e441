package dev.meridian.cli;

import dev.meridian.aws.AwsAccess;
import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.CommandProcesses;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.StacksOption;
import dev.meridian.cli.stack.LeftOverStacks;
import dev.meridian.declaration.Deployment;
import dev.meridian.operate.DeployedZone;
import dev.meridian.operate.LeftOverResources;
import dev.meridian.operate.LeftOverStack;
import dev.meridian.operate.RegionOutputSource;
import dev.meridian.operate.StackSet;
import dev.meridian.operate.Verification;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  /** Begins a line about what this command does not compare, by design. */
  private static final String OUTSIDE = "Not part of verify: ";

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
      Optional<StackSet> set = stacks.withTerraform(deployment, processes, endpoint);
      RegionOutputSource.Found regions = RegionOutputSource.find(deployment, set, access);
      regions.notes().forEach(err::println);
      List<DeployedZone> zones =
          DeployedZone.identified(
              DeployedZone.of(deployment, loaded.compiled().plan()), regions::zoneId);
      Verification.Result result =
          Verification.of(zones, regions.outputs(), access, System.getenv());
      result.outside().forEach(one -> err.println(OUTSIDE + one));
      result.notCompared().forEach(one -> err.println("Not compared: " + one));
      result.findings().forEach(out::println);
      int findings = result.findings().size() + leftOver(loaded, set);
      int unknown = result.notCompared().size();
      out.println(summary(findings, unknown, result.outside().size(), result.declared()));
      return findings + unknown == 0 ? ExitCode.FINE : ExitCode.FINDING;
    }
  }

  /**
   * The last line. It says that everything is as declared only if everything was compared.
   *
   * @param outside how many parts {@code verify} never compares
   * @param declared what the declaration has
   */
  static String summary(int findings, int notCompared, int outside, String declared) {
    if (notCompared == 0 && (findings > 0 || outside == 0)) {
      return (findings == 0 ? "As declared: " : Count.of(findings, "finding") + " in ")
          + declared
          + ".";
    }
    if (notCompared == 0) {
      return "As declared, apart from "
          + Count.of(outside, "part")
          + " that verify does not compare: "
          + declared
          + ".";
    }
    return Count.of(findings, "finding")
        + ". "
        + Count.of(notCompared, "part")
        + (notCompared == 1 ? " was" : " were")
        + " not compared, of "
        + declared
        + ".";
  }

  /** Prints what is left of regions that are not declared, and returns the number of findings. */
  private int leftOver(DeclarationOption.Loaded loaded, Optional<StackSet> set)
      throws IOException, InterruptedException {
    Path folder = stacks.folder(loaded.deployment()).folder();
    if (!Files.isDirectory(folder.resolve("stacks"))) {
      spec.commandLine()
          .getErr()
          .println(
              OUTSIDE
                  + "regions that "
                  + loaded.file()
                  + " no longer declares, because there are no stacks in "
                  + folder);
      return 0;
    }
    LeftOverStacks texts =
        new LeftOverStacks(
            folder,
            loaded.file(),
            loaded.deployment(),
            declaration.arguments() + stacks.arguments());
    List<LeftOverResources> found =
        LeftOverResources.read(LeftOverStack.find(folder, loaded.deployment()), set, false);
    texts.lines(found).forEach(spec.commandLine().getOut()::println);
    return (int) found.stream().filter(LeftOverResources::isFinding).count();
  }
}
