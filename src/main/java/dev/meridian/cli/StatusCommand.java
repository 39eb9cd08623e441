package dev.meridian.cli;

import dev.meridian.aws.AwsAccess;
import dev.meridian.cli.option.AwsEndpointOption;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.CommandProcesses;
import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.Seconds;
import dev.meridian.cli.option.StacksOption;
import dev.meridian.cli.usage.Colors;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.StatusText;
import dev.meridian.cli.view.WatchLoop;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.operate.DeployedZone;
import dev.meridian.operate.DeploymentStatus;
import dev.meridian.operate.StackSet;
import dev.meridian.operate.StatusReader;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}: what is deployed and healthy now. */
@Command(
    name = "status",
    description =
        "Shows records, health checks, alarms, weights, switches, and pins as they are now; only"
            + " reads.")
final class StatusCommand implements Callable<Integer> {
  /** Moves to the first line and clears the screen (ECMA-48, CUP and ED). */
  private static final String CLEAR = "\u001b[H\u001b[2J";

  @Option(
      names = "--watch",
      arity = "0..1",
      fallbackValue = "30s",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "Read again every 30 seconds, or so many, until you press Ctrl-C.")
  private @Nullable Integer watch;

  @Option(names = "--json", description = "Print JSON; with --watch, one line each time.")
  private boolean json;

  @Mixin private DeclarationOption declaration;
  @Mixin private AwsEndpointOption endpoint;
  @Mixin private StacksOption stacks;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (watch != null && watch == 0) {
      throw new BadInput(
          List.of(
              new Diagnostic(
                  SourceLocation.wholeFile("--watch"),
                  "",
                  "AWS allows few requests per second",
                  "wait at least a second, such as --watch 30s")));
    }
    DeclarationOption.Loaded loaded = stacks.asRehearsed(declaration.load(err), endpoint, err);
    AwsAccess access = endpoint.access().at(loaded.deployment().stacks().dns().awsRegion());
    try (RunningProcesses processes = CommandProcesses.start()) {
      Optional<StackSet> set = stacks.withTerraform(loaded.deployment(), processes, endpoint);
      List<DeployedZone> declared = DeployedZone.of(loaded.deployment(), loaded.compiled().plan());
      Clock clock = Clock.systemUTC();
      if (watch != null) {
        new WatchLoop(out, clear(), time -> Thread.sleep(time.toMillis()))
            .run(
                Duration.ofSeconds(watch),
                () -> lines(StatusReader.read(declared, set, access, clock, err::println), true));
        return ExitCode.FINE;
      }
      List<DeploymentStatus> zones = StatusReader.read(declared, set, access, clock, err::println);
      lines(zones, false).forEach(out::println);
      return zones.stream().allMatch(DeploymentStatus::isFine) ? ExitCode.FINE : ExitCode.FINDING;
    }
  }

  /** What clears the screen, past the escaping of other output; nothing without a terminal. */
  private Runnable clear() {
    if (json || !Colors.isTerminal()) {
      return () -> {};
    }
    return () -> {
      System.out.print(CLEAR);
      System.out.flush();
    };
  }

  private List<String> lines(List<DeploymentStatus> zones, boolean repeated) {
    if (json) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>(new StatusText(zones.get(0)).json());
      zones.stream().skip(1).forEach(it -> all.put("private-zone", new StatusText(it).json()));
      return List.of(repeated ? JsonText.line(all) : JsonText.of(all));
    }
    List<String> lines = new ArrayList<>(new StatusText(zones.get(0)).lines());
    for (DeploymentStatus zone : zones.subList(1, zones.size())) {
      lines.addAll(List.of("", "Private zone", ""));
      lines.addAll(new StatusText(zone).lines());
    }
    return lines;
  }
}
