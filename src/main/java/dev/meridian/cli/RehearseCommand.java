package dev.meridian.cli;

import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.DrillOption;
import dev.meridian.cli.option.NoTerraform;
import dev.meridian.cli.option.PlayOption;
import dev.meridian.cli.option.ShellWord;
import dev.meridian.cli.view.RehearsalHints;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.RehearsalDeployment;
import dev.meridian.rehearse.RehearsalRun;
import dev.meridian.rehearse.RunningRehearsal;
import dev.meridian.stacks.TerraformGaps;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rehearse}: deploys to a local AWS, checks that it works, and destroys it again. */
@Command(
    name = "rehearse",
    description = "Deploys to a local AWS, checks that it works, and destroys it again.")
final class RehearseCommand implements Callable<Integer> {
  private static final String FOLDER = ".meridian/rehearsal";

  @Mixin private DeclarationOption declaration;
  @Mixin private AwsEndpointOption endpoint;

  @Option(names = "--keep", description = "Leave it running, and print how to use it.")
  private boolean keep;

  @Option(
      names = "--leave-out",
      description = "Rehearse without what the local AWS does not support, such as IPv6 subnets.")
  private boolean leaveOut;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = FOLDER,
      description = "Where to write (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--drill",
      description =
          "Also play a drill on the applied system, with the answers of the zone that was applied.")
  private boolean withDrill;

  @Mixin private DrillOption drill;
  @Mixin private PlayOption play;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    DeclarationOption.Loaded loaded = declaration.load(spec.commandLine().getErr());
    TerraformGaps.refuse(loaded.deployment());
    RehearsedDrill played = drill(loaded);
    boolean ours = endpoint.endpoint().map(LocalAws::isOne).orElse(true);
    RehearsalDeployment rehearsable =
        RehearsalDeployment.of(loaded.deployment(), new RehearsalDeployment.Limits(ours, leaveOut));
    if (!rehearsable.problems().isEmpty()) {
      throw new BadInput(rehearsable.problems());
    }
    rehearsable.notes().forEach(note -> out.println("Not as declared: " + note));
    try (RunningProcesses processes =
        new RunningProcesses(
            ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)) {
      RehearsalRun run = new RehearsalRun(options(played), processes, out::println);
      RehearsalRun.Result result;
      Interrupt interrupt =
          Interrupt.reporting(
              () -> interrupted(run.underWay(), endpoint.endpoint().isEmpty(), again()));
      processes.stoppedAtExit();
      try {
        result = run.run(rehearsable);
      } finally {
        interrupt.close();
      }
      return report(result, out);
    }
  }

  /**
   * The drill to play; null for none.
   *
   * @throws BadInput if its options have a problem, before anything is applied
   */
  private @Nullable RehearsedDrill drill(DeclarationOption.Loaded loaded) throws BadInput {
    if (!withDrill) {
      if (!drill.isEmpty() || !play.isEmpty()) {
        throw new BadInput(
            List.of(
                new Diagnostic(
                    SourceLocation.wholeFile("rehearse"),
                    "",
                    "there are options of a drill, but no --drill",
                    "add --drill")));
      }
      return null;
    }
    RehearsedDrill played =
        new RehearsedDrill(
            loaded.file(), drill, play, spec.commandLine().getOut(), spec.commandLine().getErr());
    played.check(loaded);
    return played;
  }

  private RehearsalRun.Options options(@Nullable RehearsedDrill played) throws NoTerraform {
    return new RehearsalRun.Options(
        Path.of(System.getProperty("meridian.home", ".")),
        folder,
        endpoint.endpoint().orElse(null),
        keep,
        NoTerraform.find(),
        System.getenv(),
        played == null ? null : played::findings);
  }

  /**
   * The message on Ctrl-C.
   *
   * @param underWay the stacks that Terraform is working on
   * @param ours whether the local AWS ends with this process
   * @param again what to type next
   */
  static String interrupted(List<String> underWay, boolean ours, String again) {
    return "Interrupted"
        + (underWay.isEmpty() ? "" : " while working on " + String.join(", ", underWay))
        + (ours ? "; ending terraform and the local AWS" : "; ending terraform")
        + ", which takes up to a minute. "
        + (ours ? "To start again: " : "What was applied stays. To continue: ")
        + again;
  }

  /** The command that does the same again. */
  private String again() {
    return "./meridian rehearse"
        + declaration.arguments()
        + endpoint.arguments()
        + (keep ? " --keep" : "")
        + (leaveOut ? " --leave-out" : "")
        + (withDrill ? " --drill" + drill.arguments() + play.arguments() : "")
        + (folder.equals(Path.of(FOLDER)) ? "" : " --folder " + ShellWord.of(folder));
  }

  private int report(RehearsalRun.Result result, PrintWriter out) {
    out.println();
    result.table().forEach(out::println);
    out.println();
    if (!result.excused().isEmpty()) {
      out.println(
          "Ignored: "
              + Count.of(result.excused().size(), "attribute")
              + " that the local AWS itself changes (docs/rehearse.md).");
    }
    result.findings().forEach(finding -> out.println("FINDING " + finding));
    out.println(
        result.findings().isEmpty()
            ? "Rehearsed: it works as declared."
            : Count.of(result.findings().size(), "finding") + ".");
    RunningRehearsal running = result.running();
    if (running != null) {
      out.println();
      new RehearsalHints(running, declaration.arguments()).lines().forEach(out::println);
    }
    return result.findings().isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
  }
}
