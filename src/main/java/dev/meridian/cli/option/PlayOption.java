package dev.meridian.cli.option;

import dev.meridian.declaration.DeclaredClient;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.drill.DrillRun;
import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Place;
import dev.meridian.drill.Places;
import dev.meridian.drill.Scenario;
import dev.meridian.probe.Pace;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.client.Client;
import dev.meridian.terraform.process.ProcessStarter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a drill is played for real: where clients are, and how fast time passes. */
public final class PlayOption {
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

  @Mixin private LatencyOption latency;

  /** Whether the user said something that only a real drill uses. */
  public boolean isForRealDrill() {
    return !from.isEmpty() || speed != null;
  }

  /** Whether the user said nothing. */
  public boolean isEmpty() {
    return arguments().isEmpty();
  }

  /** The options as the user wrote them, each after a space. */
  public String arguments() {
    return (from.isEmpty() ? "" : " --from " + ShellWord.of(String.join(",", from)))
        + (speed == null ? "" : " --speed " + speed)
        + (seed == null ? "" : " --seed " + seed)
        + latency.arguments();
  }

  /** Null if the user did not choose one. */
  public @Nullable Long seed() {
    return seed;
  }

  /** The clients of a zone, with their latencies. */
  public ClientPopulation population(QueryContext context) throws BadInput {
    return latency.population(context);
  }

  /**
   * Where the clients are.
   *
   * @param plan the plan of the zone, which can say who cannot ask it
   * @throws BadInput with every problem of --from
   */
  public List<Place> places(LoadedPlan plan, Scenario scenario, DrilledZone zone) throws BadInput {
    if (from.isEmpty()) {
      return Places.of(zone.resolver(), scenario.questions(), zone.population(), USUAL_PLACES);
    }
    if (from.size() > MOST_PLACES) {
      throw refused(
          "--from", from.size() + " clients are more than " + MOST_PLACES, "use fewer clients");
    }
    ClientArguments arguments = latency.clients();
    List<Place> places = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (DeclaredClient client : ClientArguments.read("--from", from)) {
      Client known = arguments.client(client);
      plan.refused(SourceLocation.wholeFile("--from"), client, known).ifPresent(problems::add);
      places.add(new Place(new ClientLocation(client.text(), known, 0), 0));
    }
    if (!problems.isEmpty()) {
      throw new BadInput(problems);
    }
    return places;
  }

  /**
   * How many times faster than in reality time passes.
   *
   * @throws BadInput if --speed is out of its range
   */
  public double speed(Scenario scenario) throws BadInput {
    if (speed == null) {
      return Math.max(1, Math.ceil(scenario.duration() / USUAL_LENGTH));
    }
    if (speed < 1 || speed > MOST_SPEED) {
      throw refused(
          "--speed", speed + " is outside 1.." + MOST_SPEED, "use 1 for the speed of reality");
    }
    return speed;
  }

  /**
   * What the drill runs with.
   *
   * @param times how many times faster than in reality time passes
   * @param err for defects of the drill itself
   */
  public DrillRun.Settings settings(double times, PrintWriter err) {
    return new DrillRun.Settings(
        new Pace(times),
        seed == null ? new SplittableRandom() : new SplittableRandom(seed),
        () -> StandInCertificate.create(ProcessStarter.system(System.getenv())),
        fault -> fault.printStackTrace(err));
  }

  private static BadInput refused(String where, String what, String fix) {
    return new BadInput(List.of(new Diagnostic(SourceLocation.wholeFile(where), "", what, fix)));
  }
}
