package dev.meridian.drill.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.model.CheckerRegion;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Probing;
import dev.meridian.probe.Checkers;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.SamplePlans;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The times at which a health check changes. With I as the interval, N as the threshold, and t as
 * the time of a failing probe, a failure is noticed after (N-1)(I+t) to N(I+t), and typically after
 * (N-1)(I+t) + 0.82 I, because 82 % of the checkers must notice it. A recovery is noticed after
 * about (N-1) I + 0.18 I.
 */
class HealthTimingTest {
  private static final int COURSES = 2_000;
  private static final int FAILS = 100;
  private static final int RECOVERS = 700;
  private static final int END = 1_400;

  private static HealthSimulation simulation(SamplePlans plans, double failingProbe) {
    Scenario scenario =
        DrilledPlans.scenario(
            END, "www", new ScheduledOutage(Outage.of("us-east-1"), FAILS, RECOVERS - FAILS));
    DrilledZone zone = DrilledPlans.zone(plans);
    return new HealthSimulation(
        zone, scenario, SimulationSettings.STANDARD.withFailingProbe(failingProbe));
  }

  private static Probing probing(int interval, int threshold, int regions) {
    List<CheckerRegion> some = List.of(CheckerRegion.values()).subList(0, regions);
    return new Probing(interval, threshold, EnumSet.copyOf(some), false);
  }

  @ParameterizedTest(name = "every {0} s, {1} times, from {2} regions, failing after {3} s")
  @CsvSource({
    "30, 3, 8, 0.1",
    "10, 3, 8, 0.1",
    "10, 1, 8, 0.1",
    "30, 3, 3, 0.1",
    "10, 1, 3, 0.1",
    "30, 3, 8, 4",
    "10, 3, 3, 6"
  })
  void failuresAndRecoveriesAreNoticedWhenEnoughCheckersNoticeThem(
      int interval, int threshold, int regions, double probe) {
    HealthCheck check =
        DrilledPlans.check("us-east-1", probing(interval, threshold, regions), false, false);
    HealthSimulation simulation = simulation(DrilledPlans.failover(check), probe);
    SplittableRandom random = new SplittableRandom(7);

    double[] failures = new double[COURSES];
    double[] recoveries = new double[COURSES];
    for (int i = 0; i < COURSES; i++) {
      HealthHistory history = simulation.play(random.split());
      assertThat(history.epochs()).hasSize(3);
      failures[i] = history.epochs().get(1).at() - FAILS;
      recoveries[i] = history.epochs().get(2).at() - RECOVERS;
    }

    double period = interval + probe;
    assertThat(Arrays.stream(failures).min().orElseThrow())
        .isGreaterThanOrEqualTo((threshold - 1) * period);
    assertThat(Arrays.stream(failures).max().orElseThrow())
        .isLessThanOrEqualTo(threshold * period + HealthSimulation.ROUND_TRIP);
    int all = Checkers.of(probing(interval, threshold, regions)).size();
    int healthy = all * 18 / 100 + 1;
    double flipped = (all - healthy + 1) / (all + 1.0); // mean of an order statistic
    assertThat(mean(failures))
        .isCloseTo((threshold - 1) * period + probe + flipped * interval, within(0.4));
    assertThat(Arrays.stream(recoveries).min().orElseThrow())
        .isGreaterThanOrEqualTo((threshold - 1) * interval);
    assertThat(Arrays.stream(recoveries).max().orElseThrow())
        .isLessThanOrEqualTo(threshold * period + HealthSimulation.ROUND_TRIP);
    if (probe < 1) {
      // After slow probes, the phases depend on the length of the outage.
      assertThat(mean(recoveries))
          .isCloseTo((threshold - 1) * interval + healthy / (all + 1.0) * period, within(0.4));
      assertThat(mean(failures)).isGreaterThan(mean(recoveries));
    }
  }

  @ParameterizedTest(name = "every {0} s, {1} times")
  @CsvSource({"30, 3", "10, 3", "10, 1"})
  void with16CheckersTheMeansAreThoseOf82And18Percent(int interval, int threshold) {
    HealthCheck check =
        DrilledPlans.check("us-east-1", probing(interval, threshold, 8), false, false);
    HealthSimulation simulation = simulation(DrilledPlans.failover(check), 0.1);
    SplittableRandom random = new SplittableRandom(11);

    List<HealthHistory> courses =
        IntStream.range(0, COURSES).mapToObj(i -> simulation.play(random.split())).toList();

    assertThat(
            courses.stream()
                .mapToDouble(h -> h.epochs().get(1).at() - FAILS)
                .average()
                .getAsDouble())
        .isCloseTo((threshold - 1) * (interval + 0.1) + 0.82 * interval, within(0.4));
    assertThat(
            courses.stream()
                .mapToDouble(h -> h.epochs().get(2).at() - RECOVERS)
                .average()
                .getAsDouble())
        .isCloseTo((threshold - 1) * interval + 0.18 * interval, within(0.4));
  }

  private static double mean(double[] seconds) {
    return Arrays.stream(seconds).average().orElseThrow();
  }

  private static List<Set<String>> unhealthy(SamplePlans plans) {
    HealthHistory history = simulation(plans, 0.1).play(new SplittableRandom(3));
    return history.epochs().stream()
        .map(HealthHistory.Epoch::health)
        .map(HealthState::unhealthyChecks)
        .toList();
  }

  @Test
  void anInvertedCheckIsHealthyWhileItsEndpointIsDown() {
    HealthCheck check = DrilledPlans.check("us-east-1", DrilledPlans.probing(30, 3), true, false);
    assertThat(unhealthy(DrilledPlans.failover(check)))
        .containsExactly(Set.of("us-east-1"), Set.of(), Set.of("us-east-1"));
  }

  @Test
  void aDisabledCheckNoticesNothing() {
    HealthCheck check = DrilledPlans.check("us-east-1", DrilledPlans.probing(30, 3), false, true);
    assertThat(unhealthy(DrilledPlans.failover(check))).containsExactly(Set.of());
  }

  @Test
  void aCalculatedCheckFollowsItsChildren() {
    SamplePlans plans =
        DrilledPlans.failover(
                DrilledPlans.check("us-east-1", DrilledPlans.probing(10, 1), false, false))
            .checks(List.of("eu-west-1"))
            .add(calculated("both", 2))
            .add(calculated("one", 1));

    assertThat(unhealthy(plans)).containsExactly(Set.of(), Set.of("us-east-1", "both"), Set.of());
  }

  private static HealthCheck calculated(String id, int threshold) {
    return new HealthCheck(
        id,
        new HealthCheckConfig.Calculated(threshold, List.of("us-east-1", "eu-west-1")),
        false,
        false);
  }

  @Test
  void anAliasTargetIsUnhealthyAfterItsOwnThreshold() {
    // The health checks that the records name do not exist, and count as healthy.
    SamplePlans plans = new SamplePlans().failover("www", "us-east-1", "eu-west-1");
    HealthSimulation simulation = simulation(plans, 0.1);
    SplittableRandom random = new SplittableRandom(5);

    for (int i = 0; i < COURSES; i++) {
      List<HealthHistory.Epoch> epochs = simulation.play(random.split()).epochs();
      assertThat(epochs.get(1).at() - FAILS).isBetween(30.0, 60.1);
      assertThat(epochs.get(1).health().unhealthyResources()).hasSize(1);
      assertThat(epochs.get(2).at() - RECOVERS).isBetween(120.0, 150.1);
    }
  }

  @Test
  void aRoutingControlAndAnAlarmNeedNoProbe() {
    Scenario scenario =
        DrilledPlans.scenario(
            100, "www", new ScheduledOutage(DrilledPlans.failing("switch"), 10, 20));
    HealthSimulation simulation =
        new HealthSimulation(
            DrilledPlans.zone(DrilledPlans.failover(DrilledPlans.routingControl("switch"))),
            scenario,
            SimulationSettings.STANDARD.withPropagation(5));

    assertThat(simulation.play(new SplittableRandom(1)).epochs())
        .extracting(HealthHistory.Epoch::at)
        .containsExactly(0.0, 15.0, 35.0);
  }
}
