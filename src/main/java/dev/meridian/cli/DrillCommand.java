package dev.meridian.cli;

import dev.meridian.aws.AwsReadException;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientArguments;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.DrillOption;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.option.QueryOption;
import dev.meridian.cli.option.SimulateOption;
import dev.meridian.cli.option.StandInCertificate;
import dev.meridian.cli.view.DrillJson;
import dev.meridian.cli.view.DrillText;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.JunitReport;
import dev.meridian.cli.view.SimulationFindingText;
import dev.meridian.cli.view.SimulationJson;
import dev.meridian.cli.view.SimulationText;
import dev.meridian.declaration.DeclaredClient;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.drill.DrillResult;
import dev.meridian.drill.DrillRun;
import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Place;
import dev.meridian.drill.Places;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.simulate.Simulation;
import dev.meridian.drill.simulate.SimulationSettings;
import dev.meridian.drill.simulate.Simulator;
import dev.meridian.probe.Pace;
import dev.meridian.resolve.NotKnown;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.terraform.process.ProcessStarter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drill}: an outage that is played for real on this machine. */
@Command(
    name = "drill",
    description = "Plays an outage on this machine, and measures how clients leave and come back.")
final class DrillCommand implements Callable<Integer> {
  /** A drill takes at most so many seconds if --speed does not say otherwise. */
  private static final double USUAL_LENGTH = 45;

  private static final int USUAL_PLACES = 8;
  private static final int MOST_PLACES = 250;
  private static final int MOST_SPEED = 100;

  @Option(
      names = "--from",
      split = ",",
      paramLabel = "CLIENT",
      description = "Where clients are (default: up to 8 places that get different answers).")
  private List<String> from = new ArrayList<>();

  @Option(
      names = "--speed",
      paramLabel = "NUMBER",
      description =
          "How many times faster than in reality time passes: all intervals, time limits, and TTLs"
              + " are divided (default: so that it takes 45 seconds at most).")
  private @Nullable Integer speed;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Draw answers and the times at which checkers begin in the same way again.")
  private @Nullable Long seed;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write the results as JUnit XML.")
  private @Nullable Path junit;

  @Mixin private DrillOption drill;
  @Mixin private SimulateOption simulate;
  @Mixin private LatencyOption latency;
  @Mixin private QueryOption plan;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInput, AwsReadException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    QueryContext context = plan.load(err);
    ClientPopulation population = latency.population(context);
    DrilledZone zone =
        new DrilledZone(
            context.plan(),
            context.resolver(),
            context.outageModel(),
            context.trafficModel(),
            population.locations(),
            context.targets(),
            context.goals().objectives().failover());
    Scenario scenario = drill.scenario(context, zone);
    simulate.refuseAlone();
    if (simulate.isChosen()) {
      return simulated(context, population, zone, scenario);
    }
    List<Place> places = places(scenario, zone);
    double times = speed(scenario);
    DrillText text = new DrillText(context, scenario, places, times);
    PrintWriter out = spec.commandLine().getOut();
    if (!json) {
      text.heading().forEach(out::println);
      out.flush();
    }
    DrillResult result = play(zone, scenario, places, times, text);
    write(text.cases(result));
    NotKnown notKnown = context.resolver().notKnown(OutageModel::connects);
    if (json) {
      out.println(
          JsonText.of(new DrillJson(context).of(scenario, places, times, result, notKnown)));
    } else {
      text.lines(result, notKnown).forEach(out::println);
    }
    return result.findings().isEmpty() && notKnown.isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private int simulated(
      QueryContext context, ClientPopulation population, DrilledZone zone, Scenario scenario)
      throws BadInput {
    if (!from.isEmpty() || speed != null) {
      throw refused(
          "--simulate",
          "--from and --speed are for real drills",
          "leave them out; a simulation has the whole population");
    }
    SimulationSettings settings = simulate.settings(seed, zone.objective());
    Simulation simulation = Simulator.of(zone, scenario, settings);
    SimulationFindingText words =
        new SimulationFindingText(context, population, settings.outages());
    write(
        simulation.findings().stream()
            .map(
                finding ->
                    new JunitReport.Case(
                        words.subject(finding),
                        SimulationFindingText.kind(finding),
                        words.origin(finding).map(Origin::at).orElse(null),
                        List.of(words.words(finding))))
            .toList());
    PrintWriter out = spec.commandLine().getOut();
    NotKnown notKnown = context.resolver().notKnown(OutageModel::connects);
    if (json) {
      out.println(JsonText.of(new SimulationJson(context, population).of(simulation, notKnown)));
    } else {
      new SimulationText(context, population).lines(simulation, notKnown).forEach(out::println);
    }
    return simulation.findings().isEmpty() && notKnown.isEmpty() ? ExitCode.FINE : ExitCode.FINDING;
  }

  private DrillResult play(
      DrilledZone zone, Scenario scenario, List<Place> places, double times, DrillText text)
      throws BadInput, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    SplittableRandom random = seed == null ? new SplittableRandom() : new SplittableRandom(seed);
    try {
      return DrillRun.play(
          zone,
          scenario,
          places,
          new DrillRun.Settings(
              new Pace(times),
              random,
              () -> StandInCertificate.create(ProcessStarter.system(System.getenv())),
              fault -> fault.printStackTrace(err)),
          event -> {
            if (!json) {
              err.println(text.progress(event));
              err.flush();
            }
          });
    } catch (IOException e) {
      throw refused(
          "drill",
          "this machine cannot play it: " + e.getMessage(),
          "let it listen and connect on loopback addresses");
    }
  }

  private double speed(Scenario scenario) throws BadInput {
    if (speed == null) {
      return Math.max(1, Math.ceil(scenario.duration() / USUAL_LENGTH));
    }
    if (speed < 1 || speed > MOST_SPEED) {
      throw refused(
          "--speed", speed + " is outside 1.." + MOST_SPEED, "use 1 for the speed of reality");
    }
    return speed;
  }

  private List<Place> places(Scenario scenario, DrilledZone zone) throws BadInput {
    if (from.isEmpty()) {
      return Places.of(zone.resolver(), scenario.questions(), zone.population(), USUAL_PLACES);
    }
    if (from.size() > MOST_PLACES) {
      throw refused(
          "--from", from.size() + " clients are more than " + MOST_PLACES, "use fewer clients");
    }
    ClientArguments arguments = latency.clients();
    List<Place> places = new ArrayList<>();
    for (DeclaredClient client : ClientArguments.read("--from", from)) {
      places.add(new Place(new ClientLocation(client.text(), arguments.client(client), 0), 0));
    }
    return places;
  }

  private void write(List<JunitReport.Case> cases) throws BadInput {
    if (junit == null) {
      return;
    }
    try {
      JunitReport.write(junit, "drill", cases);
    } catch (IOException e) {
      throw refused(junit.toString(), "the file cannot be written", "check its folder");
    }
  }

  private static BadInput refused(String where, String what, String fix) {
    return new BadInput(List.of(new Diagnostic(SourceLocation.wholeFile(where), "", what, fix)));
  }
}
