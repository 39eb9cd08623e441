package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.ShellWord;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.operate.ZoneChange;
import dev.meridian.stacks.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synth}: writes the Terraform stacks. */
@Command(name = "synth", description = "Writes the Terraform stacks.")
final class SynthCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "cdktf.out",
      description = "Where to write (default: ${DEFAULT-VALUE}).")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, IOException, InterruptedException {
    checkOutput();
    Thread cdktf = Stacks.startCdktf();
    DeclarationOption.Loaded loaded = declaration.load(spec.commandLine().getErr());
    cdktf.join();
    SynthesizedPlan written = SynthesizedPlan.of(loaded, spec.commandLine().getErr());
    new ChangedPolicies(output, loaded)
        .warnings(written.plan(), Migration.of(loaded))
        .forEach(spec.commandLine().getErr()::println);
    Optional<String> zone =
        ZoneChange.warning(
            loaded.deployment(), output, written.migration().imports().keySet());
    List<String> stacks =
        Stacks.synthesize(loaded.deployment(), written.plan(), written.migration(), output);
    zone.ifPresent(spec.commandLine().getErr()::println);
    new LeftOverStacks(
            output, loaded.file(), loaded.deployment(), declaration.arguments() + arguments())
        .warnings()
        .forEach(spec.commandLine().getErr()::println);
    stacks.forEach(s -> spec.commandLine().getOut().println(output.resolve("stacks").resolve(s)));
    return ExitCode.FINE;
  }

  /** The option as the user wrote it, after a space. */
  private String arguments() {
    return output.equals(Path.of("cdktf.out")) ? "" : " -o " + ShellWord.of(output);
  }

  private void checkOutput() throws BadInput {
    Path there = output.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (output.toString().isEmpty() || !Files.isDirectory(there) || !Files.isWritable(there)) {
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
