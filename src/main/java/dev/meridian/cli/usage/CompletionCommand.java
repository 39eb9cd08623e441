package dev.meridian.cli.usage;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}: prints what shells and {@code man} need to know about the commands. */
@Command(
    name = "completion",
    description = "Prints the completion script for a shell, or the manual page.")
public final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh|fish|man", description = "The shell, or man for the page.")
  private Target target;

  private enum Target {
    BASH,
    ZSH,
    FISH,
    MAN
  }

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    List<CommandModel.Command> commands = CommandModel.of(root);
    String text =
        switch (target) {
          case BASH -> BashCompletion.of(commands);
          case ZSH -> ZshCompletion.of(commands);
          case FISH -> FishCompletion.of(commands);
          case MAN -> ManualPage.of(commands, version());
        };
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  private String version() {
    try {
      return String.join(" ", spec.versionProvider().getVersion());
    } catch (Exception e) {
      throw new IllegalStateException("the version provider reads the manifest only", e);
    }
  }
}
