package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.stacks.Stacks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code app}: the command in {@code cdktf.json}, which the CDKTF CLI runs. */
@Command(
    name = "app",
    hidden = true,
    description = "Writes the Terraform stacks to the folder that the CDKTF CLI expects.")
final class AppCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput {
    PrintWriter err = spec.commandLine().getErr();
    DeclarationOption.Loaded loaded = declaration.load(err);
    String output = Optional.ofNullable(System.getenv("CDKTF_OUTDIR")).orElse("cdktf.out");
    SynthesizedPlan written = SynthesizedPlan.of(loaded, err);
    Stacks.synthesize(loaded.deployment(), written.plan(), written.migration(), Path.of(output));
    return ExitCode.FINE;
  }
}
