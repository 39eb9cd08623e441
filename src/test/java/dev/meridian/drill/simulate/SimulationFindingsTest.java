package dev.meridian.drill.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.simulate.Simulation.Departure;
import dev.meridian.drill.simulate.SimulationFinding.Kind;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.SamplePlans;
import dev.meridian.resolve.analysis.TrafficModel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a simulation reports, and what it accepts. */
class SimulationFindingsTest {
  private static final DrilledZone RECIPE = DrilledPlans.zone(SamplePlans.recipe());

  private static ScheduledOutage down(int at, Integer length, String... endpoints) {
    return new ScheduledOutage(Outage.of(endpoints), at, length);
  }

  private static Departure only(Simulation simulation) {
    return simulation.outages().get(0).departures().get(0);
  }

  @ParameterizedTest(name = "failing probes of {0} s, propagation {1} s")
  @CsvSource({"0, 0", "0.1, 3", "4, 0", "10, 0.5"})
  void everybodyLeavesWithinThePredictedTime(double failingProbe, double propagation) {
    Scenario scenario = DrilledPlans.scenario(600, "multivalue.api", down(30, 500, "us-east-1"));
    SimulationSettings settings =
        DrilledPlans.SMALL.of(300, 200).withFailingProbe(failingProbe).withPropagation(propagation);

    Simulation simulation = Simulator.of(RECIPE, scenario, settings);

    assertThat(simulation.findings()).isEmpty();
    int predicted = only(simulation).predicted();
    assertThat(predicted)
        .isEqualTo((int) Math.ceil(3 * (30 + failingProbe) + 0.1 + propagation + 60));
    assertThat(only(simulation).everybody().worst()).isBetween(predicted - 5.0, predicted + 0.0);
  }

  @Test
  void nobodyLeavesAnEndpointWithoutAHealthCheck() {
    SamplePlans plans =
        new SamplePlans().add("www", "", new RoutingPolicy.Simple(), "us-east-1 address", "");
    Scenario scenario = DrilledPlans.scenario(400, "www", down(30, 300, "us-east-1"));

    Simulation simulation = Simulator.of(DrilledPlans.zone(plans), scenario, DrilledPlans.SMALL);

    assertThat(simulation.outages().get(0).checksUnhealthy()).isNull();
    assertThat(only(simulation).predicted()).isNull();
    assertThat(only(simulation).everybody().never()).isEqualTo(20);
    assertThat(simulation.names().get(0).lost().mean()).isCloseTo(300, within(1e-9));
    assertThat(simulation.findings())
        .extracting(SimulationFinding::kind)
        .containsExactly(Kind.NEVER_LEFT);
  }

  @Test
  void nobodyLeavesWhileEverythingIsDown() {
    Scenario scenario =
        DrilledPlans.scenario(
            400, "api", down(30, null, "us-east-1", "eu-west-1", "ap-southeast-1"));

    Simulation simulation = Simulator.of(RECIPE, scenario, DrilledPlans.SMALL);

    assertThat(only(simulation).people()).isCloseTo(1, within(1e-9));
    assertThat(only(simulation).everybody().worst()).isNull();
    assertThat(only(simulation).back()).isEmpty();
    assertThat(simulation.findings())
        .extracting(SimulationFinding::kind)
        .containsExactly(Kind.NEVER_LEFT);
  }

  @Test
  void anOutageThatIsShorterThanTheFailoverIsNoFinding() {
    Scenario scenario = DrilledPlans.scenario(200, "multivalue.api", down(30, 60, "us-east-1"));

    Simulation simulation = Simulator.of(RECIPE, scenario, DrilledPlans.SMALL);

    assertThat(only(simulation).everybody().never()).isEqualTo(20);
    assertThat(simulation.findings()).isEmpty();
  }

  @Test
  void aLoadAboveTheCapacityIsAFinding() {
    TrafficModel traffic =
        new TrafficModel(
            Map.of(SamplePlans.ZONE.child("failover.api"), 90.0), Map.of("eu-west-1", 80.0));
    Scenario scenario = DrilledPlans.scenario(400, "failover.api", down(30, 300, "us-east-1"));

    Simulation simulation =
        Simulator.of(
            DrilledPlans.zone(SamplePlans.recipe(), traffic), scenario, DrilledPlans.SMALL);

    assertThat(simulation.inRequests()).isTrue();
    SimulationFinding finding = simulation.findings().get(0);
    assertThat(simulation.findings()).hasSize(1);
    assertThat(finding.kind()).isEqualTo(Kind.OVER_CAPACITY);
    assertThat(finding.endpoint()).isEqualTo("eu-west-1");
    assertThat(finding.value()).isCloseTo(90, within(1e-6));
    assertThat(finding.limit()).isEqualTo(80);
    assertThat(finding.times()).isEqualTo(20);
    assertThat(finding.at()).isBetween(30 + 30, 30 + 151);
  }

  @Test
  void leavingLaterThanTheObjectiveIsAFinding() {
    Scenario scenario = DrilledPlans.scenario(400, "multivalue.api", down(30, 300, "us-east-1"));

    Simulation fast = Simulator.of(RECIPE, scenario, DrilledPlans.SMALL.withFailoverTime(151));
    Simulation slow = Simulator.of(RECIPE, scenario, DrilledPlans.SMALL.withFailoverTime(120));

    assertThat(fast.findings()).isEmpty();
    assertThat(slow.findings()).hasSize(1);
    assertThat(slow.findings().get(0).kind()).isEqualTo(Kind.SLOWER_THAN_OBJECTIVE);
    assertThat(slow.findings().get(0).value())
        .isEqualTo(only(slow).everybody().worst())
        .isBetween(120.0, 151.0);
  }

  @Test
  void peopleWithoutAnAnswerAreAFinding() {
    SamplePlans plans =
        new SamplePlans()
            .add(
                "www",
                "eu",
                new RoutingPolicy.Geolocation(new GeoLocation.Continent("EU")),
                "eu-west-1 address",
                "");
    Scenario scenario = DrilledPlans.scenario(200, "www", down(30, 100, "us-east-1"));

    Simulation simulation = Simulator.of(DrilledPlans.zone(plans), scenario, DrilledPlans.SMALL);

    SimulationFinding finding = simulation.findings().get(0);
    assertThat(finding.kind()).isEqualTo(Kind.NO_ANSWER);
    assertThat(finding.value()).isBetween(0.85, 0.95);
    assertThat(simulation.names().get(0).unanswered().mean())
        .isCloseTo(200 * simulation.names().get(0).mostUnanswered(), within(1e-6));
  }
}
