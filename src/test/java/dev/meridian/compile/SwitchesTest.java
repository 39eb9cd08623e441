package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.Switches;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.Calculated;
import dev.meridian.model.HealthCheckConfig.RecoveryControl;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which health checks record sets have in a deployment with switches, and what they see. */
class SwitchesTest {
  private static final String HEAD =
      """
      application: shop
      environment: test
      zone: example.com
      regions: [us-east-1, eu-west-1]
      switches: {regions: [us-east-1], cost: accepted}
      """;

  @Test
  void everyRecordSetOfTheRegionFollowsTheSwitchAndOthersDoNot() {
    CompiledPlan compiled =
        compiled(
            """
            endpoints: {office: {addresses: [203.0.113.1], health-check: none}}
            names:
              api: {weighted: {us-east-1: 1, eu-west-1: 1, office: 1}}
              bare: {weighted: {us-east-1: {weight: 1, health-check: none}, eu-west-1: 1}}
              own: {weighted: {us-east-1: {weight: 1, health-check: {host: a.example.org}}, eu-west-1: 1}}
              only: {simple: us-east-1}
            """);

    Map<String, String> checks = new TreeMap<>();
    for (RecordSet record : compiled.plan().records()) {
      checks.put(
          record.name() + " " + record.key().identifier().orElse(""),
          record.healthCheckId().orElse("none"));
    }
    assertThat(checks)
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "api.example.com us-east-1", "us-east-1-in-service",
                    "api.example.com eu-west-1", "eu-west-1",
                    "api.example.com office", "none",
                    "bare.example.com us-east-1", "us-east-1-switch",
                    "bare.example.com eu-west-1", "eu-west-1",
                    "own.example.com us-east-1", "us-east-1-own-us-east-1-in-service",
                    "own.example.com eu-west-1", "eu-west-1",
                    "only.example.com ", "none")));
  }

  @Test
  void eachAddressOfARegionFollowsTheSwitch() {
    CompiledPlan compiled =
        compiled(
            """
            site: {static-addresses: true}
            names: {api: {multivalue: [us-east-1, eu-west-1]}}
            """);

    assertThat(compiled.plan().records().stream().map(record -> record.healthCheck()))
        .allSatisfy(check -> assertThat(check).isNotNull())
        .filteredOn(check -> check.endsWith("-in-service"))
        .hasSize(2);
  }

  @Test
  void aSwitchIsAnInvertedRoutingControlThatIsNotKnownYet() {
    Map<String, HealthCheck> checks =
        compiled("names: {api: {latency: [us-east-1, eu-west-1]}}\n").plan().healthChecksById();

    assertThat(checks.get("us-east-1-switch"))
        .isEqualTo(
            new HealthCheck(
                "us-east-1-switch",
                new RecoveryControl(Switches.routingControlArn("us-east-1")),
                true,
                false));
    assertThat(checks.get("us-east-1-in-service").config())
        .isEqualTo(new Calculated(2, List.of("us-east-1", "us-east-1-switch")));
  }

  @Test
  void aCalculatedHealthCheckCannotBeCountedSoItIsRefused() {
    CompiledPlan compiled =
        compiled(
            """
            health-checks:
              a: {host: a.example.org}
              both: {calculated: {of: [a], threshold: 1}}
            names: {api: {weighted: {us-east-1: {weight: 1, health-check: both}, eu-west-1: 1}}}
            """);

    assertThat(compiled.problems())
        .singleElement()
        .asString()
        .contains(
            "names.api.weighted.us-east-1: us-east-1 has a switch, but its health check both is"
                + " calculated",
            "remove us-east-1 from switches");
  }

  @Test
  void anotherHealthCheckCannotHaveTheNameOfASwitch() {
    CompiledPlan compiled =
        compiled(
            """
            health-checks: {us-east-1-switch: {host: a.example.org}}
            names: {api: {latency: [us-east-1, eu-west-1]}}
            """);

    assertThat(compiled.problems())
        .singleElement()
        .asString()
        .contains("already has the id us-east-1-switch");
  }

  @Test
  void aRegionThatIsOutOfServiceIsUnhealthyAndSoIsOneThatIsDown() {
    RoutingPlan plan = compiled("names: {api: {latency: [us-east-1, eu-west-1]}}\n").plan();
    OutageModel model = OutageModel.of(plan);

    assertThat(model.health(Outage.NONE).unhealthyChecks()).isEmpty();
    HealthState drained =
        model.health(new Outage(new TreeSet<>(), new TreeSet<>(List.of("us-east-1-switch"))));
    assertThat(drained.unhealthyChecks())
        .containsExactlyInAnyOrder("us-east-1-in-service", "us-east-1-switch");
    assertThat(model.health(model.down(List.of("us-east-1"))).unhealthyChecks())
        .containsExactlyInAnyOrder("us-east-1", "us-east-1-in-service");
  }

  @Test
  void aProbeOfSomethingElseStillFailsWithTheOnlyRegionThatHasIt() {
    RoutingPlan plan =
        compiled(
                """
                health-checks: {home: {host: status.example.org}}
                names: {api: {weighted: {us-east-1: {weight: 1, health-check: home}, eu-west-1: 1}}}
                """)
            .plan();
    OutageModel model = OutageModel.of(plan);

    assertThat(model.health(model.down(List.of("us-east-1"))).unhealthyChecks())
        .contains("home", "us-east-1-home-in-service");
  }

  private static CompiledPlan compiled(String rest) {
    return Compiler.compile(ReadDeclaration.of(HEAD + rest).deployment().orElseThrow());
  }
}
