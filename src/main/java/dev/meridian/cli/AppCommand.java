package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.stack.SynthesizedPlan;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.environment.EnvironmentFolder;
import dev.meridian.environment.StateMove;
import dev.meridian.operate.ZoneChange;
import dev.meridian.stacks.Stacks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  public Integer call() throws BadInput, IOException {
    PrintWriter err = spec.commandLine().getErr();
    DeclarationOption.Loaded loaded = declaration.load(err);
    Path output = Path.of(Optional.ofNullable(System.getenv("CDKTF_OUTDIR")).orElse("cdktf.out"));
    EnvironmentFolder folder =
        EnvironmentFolder.ofCdktf(loaded.file(), loaded.deployment(), output);
    List<Diagnostic> problems = new ArrayList<>(folder.problemsOfCdktf());
    StateMove.ofWriting(loaded.deployment(), folder.folder()).stream()
        .filter(move -> !move.isPossible())
        .forEach(move -> problems.add(move.problem()));
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    SynthesizedPlan written = SynthesizedPlan.of(loaded, err);
    ZoneChange.warning(loaded.deployment(), folder.folder(), written.migration().imports().keySet())
        .ifPresent(err::println);
    Stacks.synthesize(loaded.deployment(), written.plan(), written.migration(), output);
    return ExitCode.FINE;
  }
}
