package dev.meridian.drill.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.simulate.Simulation.Departure;
import dev.meridian.drill.simulate.Simulation.LoadCurve;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.SamplePlans;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.TrafficModel;
import dev.meridian.resolve.analysis.WhatIf;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
  private static final DrilledZone RECIPE = DrilledPlans.zone(SamplePlans.recipe());

  private static ScheduledOutage down(int at, Integer length, String... endpoints) {
    return new ScheduledOutage(Outage.of(endpoints), at, length);
  }

  private static Departure only(Simulation simulation) {
    return simulation.outages().get(0).departures().get(0);
  }

  private static double atTheEnd(Simulation simulation, String endpoint) {
    LoadCurve curve =
        simulation.loads().stream().filter(l -> l.endpoint().equals(endpoint)).findFirst().get();
    return curve.points().get(curve.points().size() - 1).mean();
  }

  @Test
  void theSameSeedGivesTheSameResultAndAnotherSeedAnother() {
    Scenario scenario = DrilledPlans.scenario(400, "api", down(30, 200, "us-east-1"));

    Simulation first = Simulator.of(RECIPE, scenario, DrilledPlans.SMALL);
    Simulation again = Simulator.of(RECIPE, scenario, DrilledPlans.SMALL);
    Simulation other = Simulator.of(RECIPE, scenario, DrilledPlans.SMALL.withSeed(2));

    assertThat(again).isEqualTo(first);
    assertThat(other.outages()).isNotEqualTo(first.outages());
    assertThat(other.loads()).isNotEqualTo(first.loads());
  }

  @Test
  void theResultDoesNotDependOnTheNumberOfProcessors() throws Exception {
    Scenario scenario = DrilledPlans.scenario(400, "api", down(30, 200, "us-east-1"));
    List<Simulation> results = new ArrayList<>();
    for (int processors : List.of(1, 4)) {
      ForkJoinPool pool = new ForkJoinPool(processors);
      try {
        results.add(pool.submit(() -> Simulator.of(RECIPE, scenario, DrilledPlans.SMALL)).get());
      } finally {
        pool.shutdown();
      }
    }
    assertThat(results.get(0)).isEqualTo(results.get(1));
  }

  @Test
  void whenAStatusChangesAtOncePeopleLeaveEvenlyUntilTheTtlIsOver() {
    DrilledZone zone =
        DrilledPlans.zone(DrilledPlans.failover(DrilledPlans.routingControl("switch")));
    Scenario scenario =
        DrilledPlans.scenario(
            300, "www", new ScheduledOutage(DrilledPlans.failing("switch"), 30, 100));

    Simulation simulation =
        Simulator.of(zone, scenario, SimulationSettings.STANDARD.of(20_000, 10));

    for (SortedMap<Integer, Spread> times :
        List.of(only(simulation).left(), only(simulation).back())) {
      assertThat(times.get(50).median()).isCloseTo(30, within(2.0));
      assertThat(times.get(95).median()).isCloseTo(57, within(1.0));
      assertThat(times.get(99).median()).isCloseTo(60, within(1.0));
      assertThat(times.get(100).worst()).isEqualTo(60);
    }
    LoadCurve away =
        simulation.loads().stream().filter(l -> l.endpoint().equals("eu-west-1")).findFirst().get();
    away.points().stream()
        .filter(point -> point.at() >= 30 && point.at() < 88)
        .forEach(
            point ->
                assertThat(point.mean()).isCloseTo((point.at() + 1 - 30) / 60.0, within(0.03)));
    assertThat(simulation.names().get(0).lost().worst()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "latency.api", "geo.api", "failover.api", "multivalue.api"})
  void afterTheLastCacheExpiredTheSharesAreThoseOfWhatIf(String name) {
    Outage outage = Outage.of("us-east-1");
    Scenario scenario = DrilledPlans.scenario(400, name, new ScheduledOutage(outage, 30, null));

    Simulation simulation =
        Simulator.of(RECIPE, scenario, SimulationSettings.STANDARD.of(20_000, 20));

    WhatIf exact =
        WhatIf.of(
            RECIPE.resolver(), RECIPE.outages(), outage, Population.locations(), TrafficModel.NONE);
    SortedMap<String, Double> after =
        exact.names().stream()
            .filter(impact -> impact.question().equals(SamplePlans.ask(name)))
            .findFirst()
            .orElseThrow()
            .after();
    // The largest resolver has 2 % of all people, and its answer is drawn.
    double sampling = name.equals("api") ? 0.02 : 1e-6;
    for (LoadCurve load : simulation.loads()) {
      assertThat(atTheEnd(simulation, load.endpoint()))
          .as(load.endpoint())
          .isCloseTo(after.getOrDefault(load.endpoint(), 0.0), within(sampling));
    }
  }

  @Test
  void overlappingOutagesEndAtWhatIsLeft() {
    Scenario scenario =
        DrilledPlans.scenario(700, "api", down(30, 300, "us-east-1"), down(60, null, "eu-west-1"));

    Simulation simulation = Simulator.of(RECIPE, scenario, DrilledPlans.SMALL);

    assertThat(simulation.outages()).hasSize(2);
    assertThat(simulation.outages().get(0).departures().get(0).everybody().worst())
        .isBetween(60.0, 151.0);
    assertThat(simulation.outages().get(1).departures().get(0).everybody().worst())
        .isBetween(60.0, 151.0);
    LoadCurve left =
        simulation.loads().stream()
            .filter(l -> l.endpoint().equals("ap-southeast-1"))
            .findFirst()
            .get();
    assertThat(left.peak()).isEqualTo(1);
    assertThat(atTheEnd(simulation, "eu-west-1")).isZero();
    assertThat(atTheEnd(simulation, "us-east-1")).isGreaterThan(0.4);
  }

  @Test
  void resolversThatSendTheClientSubnetSpreadTheirPeopleMoreEvenly() {
    SamplePlans plans =
        new SamplePlans()
            .add(
                "www",
                "all",
                new RoutingPolicy.Geolocation(new GeoLocation.Default()),
                "alias shares",
                "")
            .add("shares", "a", new RoutingPolicy.Weighted(1), "192.0.2.1", "")
            .add("shares", "b", new RoutingPolicy.Weighted(1), "192.0.2.2", "");
    Scenario scenario = DrilledPlans.scenario(300, "www", down(30, 100, "192.0.2.1"));

    Simulation without =
        Simulator.of(
            DrilledPlans.zone(plans), scenario, DrilledPlans.SMALL.withClientSubnetShare(0));
    Simulation with =
        Simulator.of(
            DrilledPlans.zone(plans), scenario, DrilledPlans.SMALL.withClientSubnetShare(1));

    assertThat(with.clientSubnetShare()).isEqualTo(1);
    assertThat(without.clientSubnetShare()).isZero();
    assertThat(with.loads().get(0).peak() - 0.5)
        .isPositive()
        .isLessThan((without.loads().get(0).peak() - 0.5) / 2);
  }

  @Test
  void withoutAnOutageOfThatNameNobodyHasToLeave() {
    Scenario scenario = DrilledPlans.scenario(200, "failover.api", down(30, 100, "ap-southeast-1"));

    Simulation simulation = Simulator.of(RECIPE, scenario, DrilledPlans.SMALL);

    assertThat(simulation.outages().get(0).departures()).isEmpty();
    assertThat(simulation.findings()).isEmpty();
  }
}
