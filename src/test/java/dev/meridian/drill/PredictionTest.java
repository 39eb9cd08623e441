package dev.meridian.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.Compiler;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.TrafficModel;
import dev.meridian.testing.ReadDeclaration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionTest {
  private static OptionalDouble predicted(String checkOptions, String down) {
    RoutingPlan plan =
        Compiler.compile(
                ReadDeclaration.good(
                    """
                    application: shop
                    environment: test
                    zone: {name: example.com, id: Z0123456789ABC}
                    state: {backend: local}
                    endpoints:
                      berlin: {addresses: [203.0.113.1], health-check: {protocol: HTTP%s}}
                      paris: {addresses: [203.0.113.2], health-check: {protocol: HTTP}}
                    ttl: 60
                    names:
                      www: {failover: {primary: berlin, secondary: paris}}
                    """
                        .formatted(checkOptions)))
            .orThrow();
    DrilledZone zone =
        new DrilledZone(
            plan,
            Resolver.of(plan),
            OutageModel.of(plan),
            TrafficModel.NONE,
            Population.locations(),
            TargetTimes.STANDARD,
            null);
    return new Prediction(zone)
        .failover(Question.of("www.example.com", RecordType.A), Outage.of(down));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", inverted: true"})
  void aProbeNoticesAfterItsIntervalsAndResolversAfterTheTtl(String options) {
    assertThat(predicted(options, "203.0.113.1")).hasValue(30 * 3 + 60);
  }

  @Test
  void aDisabledHealthCheckNoticesNothing() {
    assertThat(predicted(", disabled: true", "203.0.113.1")).isEmpty();
  }

  @Test
  void aProbeOfSomethingElseNoticesNothing() {
    assertThat(predicted("", "203.0.113.9")).isEmpty();
  }
}
