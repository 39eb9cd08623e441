package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.StacksOption;
import dev.meridian.cli.stack.ChangedPolicies;
import dev.meridian.cli.stack.LeftOverStacks;
import dev.meridian.cli.stack.Migration;
import dev.meridian.cli.stack.SynthesizedPlan;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.environment.EnvironmentFolder;
import dev.meridian.environment.StateMove;
import dev.meridian.operate.ZoneChange;
import dev.meridian.stacks.Stacks;
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

/** {@code synth}: writes the Terraform stacks. */
@Command(name = "synth", description = "Writes the Terraform stacks.")
final class SynthCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;
  @Mixin private StacksOption stacks;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, IOException, InterruptedException {
    Thread cdktf = Stacks.startCdktf();
    try {
      return synthesize(cdktf);
    } finally {
      cdktf.join(); // if it is stopped while it starts, Node.js prints "write EPIPE"
    }
  }

  private int synthesize(Thread cdktf) throws BadInput, IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    DeclarationOption.Loaded loaded = declaration.load(err);
    EnvironmentFolder chosen = stacks.folder(loaded.deployment());
    Path output = chosen.folder();
    checkIsWritable(output);
    refuse(chosen.problemsOfWriting());
    List<StateMove> moves = StateMove.ofWriting(loaded.deployment(), output);
    refuse(moves.stream().filter(move -> !move.isPossible()).map(StateMove::problem).toList());
    List<String> notes = chosen.notes();
    cdktf.join();
    SynthesizedPlan plan = SynthesizedPlan.of(loaded, err);
    new ChangedPolicies(output, loaded)
        .warnings(plan.plan(), Migration.of(loaded))
        .forEach(err::println);
    Optional<String> zone =
        ZoneChange.warning(loaded.deployment(), output, plan.migration().imports().keySet());
    List<String> written =
        Stacks.synthesize(loaded.deployment(), plan.plan(), plan.migration(), output);
    notes.forEach(err::println);
    moves.forEach(move -> err.println(move.text()));
    zone.ifPresent(err::println);
    new LeftOverStacks(
            output,
            loaded.file(),
            loaded.deployment(),
            declaration.arguments() + stacks.arguments())
        .warnings()
        .forEach(err::println);
    written.forEach(s -> spec.commandLine().getOut().println(output.resolve("stacks").resolve(s)));
    return ExitCode.FINE;
  }

  private static void refuse(List<Diagnostic> problems) throws BadInput {
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
  }

  private static void checkIsWritable(Path output) throws BadInput {
    Path there = output.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      String what = there + " is not a folder that you can write to";
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile("--output"),
                  output.toString(),
                  what,
                  "name another folder")));
    }
  }
}
