package dev.meridian.drill;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.meridian.drill.DrillEvent.Kind;
import dev.meridian.drill.DrillResult.Failover;
import dev.meridian.drill.simulate.Simulation;
import dev.meridian.drill.simulate.SimulationSettings;
import dev.meridian.drill.simulate.Simulator;
import dev.meridian.drill.simulate.Spread;
import dev.meridian.model.RecordType;
import dev.meridian.probe.Pace;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.SamplePlans;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.TrafficModel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays the recipe for real, with an interval of 30 s, a threshold of 3, and TTLs of 60 s. */
@Tag("drill")
class DrillRunTest {
  private static final int SPEED = 25;
  private static final int FAILS = 30;
  private static final int RECOVERS = 330;

  /** A stall of this machine that is longer, in seconds of the scenario, decides the result. */
  private static final double TOO_LATE = 60;

  private static final DrilledZone ZONE = zone();
  private static final Scenario SCENARIO =
      new Scenario(
          List.of(new ScheduledOutage(Outage.of("us-east-1"), FAILS, RECOVERS - FAILS)),
          ScenarioDefaults.questions(ZONE.resolver().questions()),
          RECOVERS + 270);

  private static DrillResult result;

  private static DrilledZone zone() {
    SamplePlans plans = SamplePlans.recipe();
    return new DrilledZone(
        plans.plan(),
        plans.resolver(),
        OutageModel.of(plans.plan()),
        TrafficModel.NONE,
        Population.locations(),
        TargetTimes.STANDARD,
        null);
  }

  private static Question question(String name) {
    return Question.of(name + ".example.com", RecordType.A);
  }

  @BeforeAll
  static void play() throws Exception {
    List<Place> places = Places.of(ZONE.resolver(), SCENARIO.questions(), ZONE.population(), 4);
    result =
        DrillRun.play(
            ZONE,
            SCENARIO,
            places,
            new DrillRun.Settings(
                new Pace(SPEED),
                new SplittableRandom(7),
                () -> {
                  throw new IllegalStateException("no server needs a certificate");
                },
                fault -> {
                  throw fault;
                }),
            event -> {});
  }

  private static Failover failover(String name) {
    return result.failovers().stream()
        .filter(one -> one.question().equals(question(name)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Kind> kinds() {
    return result.events().stream().map(DrillEvent::kind).toList();
  }

  @Test
  void theTimeLineHasTheFailureItsProbesAndTheRecoveryInOrder() {
    assumeThat(result.late()).isLessThan(TOO_LATE);

    assertThat(kinds())
        .containsSubsequence(
            Kind.FAILS, Kind.PROBE_FAILS, Kind.CHECK_UNHEALTHY, Kind.RECOVERS, Kind.CHECK_HEALTHY);
    assertThat(result.events().stream().map(DrillEvent::at)).isSorted();
  }

  @Test
  void clientsLeaveWithinThePredictedTime() {
    assumeThat(result.late()).isLessThan(TOO_LATE);
    Failover failover = failover("failover.api");

    assertThat(failover.sent()).isEqualTo(4);
    assertThat(failover.moved()).isEqualTo(4);
    assertThat(failover.predicted()).isEqualTo(150);
    assertThat(failover.last()).isLessThan(150 + tolerance());
    // A load balancer needs two failures of its target, and is faster than the health check.
    assertThat(failover.first()).isGreaterThan(30 - result.between());
    assertThat(failover.back()).isEqualTo(4);
  }

  @Test
  void placesWithoutAnAlternativeAreFound() {
    assumeThat(result.late()).isLessThan(TOO_LATE);

    assertThat(failover("geo.api").moved()).isZero();
    assertThat(failover("geo.api").stranded()).isEqualTo(failover("geo.api").sent());
    assertThat(result.findings())
        .extracting(DrillFinding::kind, DrillFinding::question)
        .contains(tuple(DrillFinding.Kind.NO_ALTERNATIVE, question("geo.api")));
  }

  @Test
  void everyRequestIsEitherAnsweredOrCountedAsLost() {
    int lost = result.losses().stream().mapToInt(DrillResult.Loss::lost).sum();

    assertThat(result.requests()).isGreaterThan(100);
    assertThat(lost).isBetween(1, result.requests());
    assertThat(result.losses().stream().map(DrillResult.Loss::endpoint).collect(Collectors.toSet()))
        .containsExactly("us-east-1");
  }

  @Test
  void aClientOfSeveralAddressesTriesTheNextOne() {
    assertThat(result.losses())
        .noneMatch(loss -> loss.question().equals(question("multivalue.api")));
  }

  /**
   * The real drill is one of the outages that the simulation plays, so its times are between the
   * shortest and the longest of those, apart from the time between two requests of a client and the
   * delays of this machine.
   */
  @Test
  void theSimulationOfTheSameScenarioContainsTheRealOne() {
    assumeThat(result.late()).isLessThan(TOO_LATE);
    Simulation simulation =
        Simulator.of(ZONE, SCENARIO, SimulationSettings.STANDARD.of(5_000, 200));
    Simulation.OutageResult simulated = simulation.outages().get(0);
    double tolerance = tolerance() + 1;

    assertThat(at(Kind.CHECK_UNHEALTHY) - FAILS)
        .satisfies(within(simulated.checksUnhealthy(), tolerance));
    assertThat(at(Kind.TARGET_UNHEALTHY) - FAILS)
        .satisfies(within(simulated.targetsUnhealthy(), tolerance));
    assertThat(at(Kind.CHECK_HEALTHY) - RECOVERS)
        .satisfies(within(simulated.checksHealthy(), tolerance));
    assertThat(at(Kind.TARGET_HEALTHY) - RECOVERS)
        .satisfies(within(simulated.targetsHealthy(), tolerance));
    Simulation.Departure departure =
        simulated.departures().stream()
            .filter(one -> one.question().equals(question("failover.api")))
            .findFirst()
            .orElseThrow();
    Spread left = departure.left().get(100);
    assertThat(failover("failover.api").last())
        .isLessThanOrEqualTo(requireNonNull(left.worst()) + tolerance);
    Spread back = departure.back().get(100);
    assertThat(failover("failover.api").lastBack())
        .isLessThanOrEqualTo(requireNonNull(back.worst()) + tolerance);
  }

  /** A client notices at its next request, and five probes and that request can be late. */
  private static double tolerance() {
    return result.between() + 6 * result.late();
  }

  private static double at(Kind kind) {
    return result.events().stream()
        .filter(event -> event.kind() == kind)
        .findFirst()
        .orElseThrow()
        .at();
  }

  private static Consumer<Double> within(@Nullable Spread spread, double tolerance) {
    return seconds -> {
      assertThat(spread).isNotNull();
      assertThat(seconds).isBetween(spread.least() - tolerance, spread.worst() + tolerance);
    };
  }
}
