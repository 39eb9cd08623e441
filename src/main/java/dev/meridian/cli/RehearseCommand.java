package dev.meridian.cli;

import dev.meridian.rehearse.Rehearsable;
import dev.meridian.rehearse.RehearsalRun;
import dev.meridian.terraform.ProcessStarter;
import dev.meridian.terraform.RunningProcesses;
import dev.meridian.terraform.TerraformBinary;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rehearse}: deploys on a local AWS, shows that it works, and takes it down again. */
@Command(
    name = "rehearse",
    description = "Deploys on a local AWS, shows that it works, and takes it down again.",
    mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
  @Mixin private DeclarationOption declaration;

  @Option(
      names = "--aws-endpoint",
      paramLabel = "URL",
      description = "An emulator that runs already, such as LocalStack, instead of our own.")
  private @Nullable URI endpoint;

  @Option(names = "--keep", description = "Leave it running, and print how to use it.")
  private boolean keep;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = ".meridian/rehearsal",
      description = "Where to write (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    DeclarationOption.Loaded loaded = declaration.load(spec.commandLine().getErr());
    Rehearsable rehearsable =
        new Rehearsable(loaded.deployment(), loaded.compiled().plan(), List.of());
    RehearsalRun.Options options =
        new RehearsalRun.Options(
            Path.of(System.getProperty("meridian.home", ".")),
            folder,
            endpoint,
            keep,
            TerraformBinary.find(System.getenv()).orElseThrow(),
            System.getenv());
    RehearsalRun.Result result;
    try (RunningProcesses processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit()) {
      result = new RehearsalRun(options, processes, out::println).run(rehearsable);
    }
    result.table().forEach(out::println);
    result.findings().forEach(out::println);
    result.excused().forEach(out::println);
    return result.findings().isEmpty() ? ExitCode.FINE : 1;
  }
}
