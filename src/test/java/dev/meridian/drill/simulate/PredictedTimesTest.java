package dev.meridian.drill.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.Compiler;
import dev.meridian.drill.ChangedStatuses;
import dev.meridian.drill.DrilledZone;
import dev.meridian.drill.Prediction;
import dev.meridian.drill.TargetTimes;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.TrafficModel;
import dev.meridian.testing.ReadDeclaration;
import org.junit.jupiter.api.Test;

/** What simulations and real drills predict for load balancers behind aliases. */
class PredictedTimesTest {
  private static final Question WWW = Question.of("www.example.com", RecordType.A);
  private static final Outage OUTAGE = Outage.of("us-east-1");

  /** A zone with an alias to a region that no health check watches. */
  private static DrilledZone zone(boolean evaluated) {
    RoutingPlan plan =
        Compiler.compile(
                ReadDeclaration.good(
                    """
                    application: shop
                    environment: test
                    zone: {name: example.com, id: Z0123456789ABC}
                    state: {backend: local}
                    regions: {us-east-1: {}, eu-west-1: {}}
                    silence: [evaluate-target-health-off, branch-unchecked]
                    names:
                      www:
                        weighted:
                          us-east-1: {weight: 1, health-check: none, evaluate-target-health: %s}
                          eu-west-1: {weight: 1, health-check: none}
                    """
                        .formatted(evaluated)))
            .orThrow();
    return new DrilledZone(
        plan,
        Resolver.of(plan),
        OutageModel.of(plan),
        TrafficModel.NONE,
        Population.locations(),
        TargetTimes.STANDARD,
        null);
  }

  private static Integer simulated(DrilledZone zone) {
    return new PredictedTimes(zone, SimulationSettings.STANDARD)
        .of(WWW, ChangedStatuses.of(zone.outages(), OUTAGE));
  }

  @Test
  void theChecksOfTargetsNoticeWhatAnAliasEvaluates() {
    DrilledZone zone = zone(true);
    double checks = TargetTimes.STANDARD.interval() * TargetTimes.STANDARD.failures() + 60;

    assertThat(new Prediction(zone).failover(WWW, OUTAGE)).hasValue(checks);
    assertThat(simulated(zone)).isEqualTo((int) checks + 1);
  }

  @Test
  void nothingNoticesWhatAnAliasDoesNotEvaluate() {
    DrilledZone zone = zone(false);

    assertThat(new Prediction(zone).failover(WWW, OUTAGE)).isEmpty();
    assertThat(simulated(zone)).isNull();
  }
}
