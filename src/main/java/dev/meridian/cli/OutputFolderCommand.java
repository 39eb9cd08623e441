package dev.meridian.cli;

import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.StacksOption;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code output-folder}: prints the folder that the launcher names to the CDKTF CLI. */
@Command(
    name = "output-folder",
    hidden = true,
    description = "Prints the folder of the declaration's stacks.")
final class OutputFolderCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;
  @Mixin private StacksOption stacks;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    // The app prints the warnings.
    DeclarationOption.Loaded loaded = declaration.load(new PrintWriter(new StringWriter()));
    spec.commandLine().getOut().println(stacks.folder(loaded.deployment()).folder());
    return ExitCode.FINE;
  }
}
