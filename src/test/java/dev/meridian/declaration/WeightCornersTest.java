package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.Compiler;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightCornersTest {
  private static List<WeightCorners.Corner> corners(Deployment deployment) {
    return WeightCorners.of(deployment, Compiler.compile(deployment).plan());
  }

  @Test
  void everyCombinationOfMinimumAndMaximumIsACorner() {
    assertThat(corners(ReadDeclaration.good(Path.of("examples/weights.yaml"))))
        .extracting(WeightCorners.Corner::weights)
        .containsExactly(
            "eu-west-1 20, us-east-1 20",
            "eu-west-1 236, us-east-1 20",
            "eu-west-1 20, us-east-1 236",
            "eu-west-1 236, us-east-1 236");
  }

  @Test
  void thePlanOfACornerHasItsWeightsAndIsOtherwiseTheSame() {
    Deployment deployment = ReadDeclaration.good(Path.of("examples/weights.yaml"));
    RoutingPlan plan = Compiler.compile(deployment).plan();
    RoutingPlan corner = WeightCorners.of(deployment, plan).get(1).plan();

    assertThat(weights(corner)).containsExactly(20, 236);
    assertThat(corner.healthChecks()).isEqualTo(plan.healthChecks());
    assertThat(corner.records()).hasSameSizeAs(plan.records());
    for (int i = 0; i < plan.records().size(); i++) {
      assertThat(corner.records().get(i).key()).isEqualTo(plan.records().get(i).key());
      assertThat(corner.records().get(i).data()).isEqualTo(plan.records().get(i).data());
    }
  }

  private static List<Integer> weights(RoutingPlan plan) {
    return plan.records().stream()
        .map(record -> ((RoutingPolicy.Weighted) record.policy()).weight())
        .toList();
  }

  @Test
  void eachStageOfARampAndItsAbortIsACorner() {
    Deployment deployment =
        ReadDeclaration.good(
            """
            application: shop
            environment: test
            zone: example.com
            endpoints: {blue: {addresses: [203.0.113.1]}, green: {addresses: [203.0.113.2]}}
            names:
              www:
                weighted: {blue: 100, green: 0}
                ramp:
                  to: green
                  stages: {0m: 1, 30m: 5, 1h: 100}
                  start: 2026-12-01T09:00:00Z
            """);

    assertThat(corners(deployment))
        .extracting(WeightCorners.Corner::weights)
        .containsExactly(
            "blue 100, green 0", "blue 99, green 1", "blue 95, green 5", "blue 0, green 100");
  }

  @Test
  void stagesAreCombinedWithTheCornersOfBoundsAndWithOtherRamps() {
    Deployment deployment =
        ReadDeclaration.good(Path.of("src/test/resources/good-declarations/ramps.yaml"));

    assertThat(corners(deployment)).hasSize(5 * 3 * 4);
  }

  @Test
  void withManyRampsOneMovesAtATime() {
    StringBuilder yaml =
        new StringBuilder(
            """
            application: shop
            environment: test
            zone: example.com
            endpoints: {blue: {addresses: [203.0.113.1]}, green: {addresses: [203.0.113.2]}}
            names:
            """);
    for (String name : List.of("a", "b", "c", "d", "e")) {
      yaml.append(
          ("  %s: {weighted: {blue: 100, green: 0}, "
                  + "ramp: {to: green, stages: {0m: 1, 1h: 100}, "
                  + "start: 2026-12-01T09:00:00Z}}\n")
              .formatted(name));
    }

    assertThat(corners(ReadDeclaration.good(yaml.toString()))).hasSize(5 * 3 * 2);
  }

  @Test
  void withoutAdjustedWeightsThereAreNoCorners() {
    assertThat(corners(ReadDeclaration.good(ReadDeclaration.RECIPE))).isEmpty();
  }

  @Test
  void allElseStaysAsItIsInThePlan() {
    Deployment deployment =
        ReadDeclaration.good(
            """
            application: shop
            environment: test
            zone: example.com
            regions: [us-east-1, eu-west-1]
            accelerators: {global: {regions: [us-east-1, eu-west-1]}}
            names:
              api:
                weighted: {us-east-1: 50, eu-west-1: 50}
                adjust: {error-rate: 5, minimum: 1, maximum: 100}
              fast: {simple: global}
              policy: {failover: {primary: us-east-1, secondary: eu-west-1}, via: traffic-policy}
            """);
    RoutingPlan plan = Compiler.compile(deployment).orThrow();

    assertThat(plan.accelerators()).hasSize(1);
    assertThat(plan.policyRecords()).hasSize(1);
    assertThat(WeightCorners.of(deployment, plan))
        .extracting(WeightCorners.Corner::plan)
        .allSatisfy(
            corner -> {
              assertThat(corner.accelerators()).isEqualTo(plan.accelerators());
              assertThat(corner.policyRecords()).isEqualTo(plan.policyRecords());
            });
  }

  @Test
  void withManyRegionsOneDiffersFromAllOthers() {
    List<String> regions =
        List.of(
            "us-east-1",
            "us-east-2",
            "us-west-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1");
    String weights = String.join(", ", regions.stream().map(code -> code + ": 50").toList());
    String yaml =
        """
        application: shop
        environment: test
        zone: example.com
        regions: [%s]
        names:
          api: {weighted: {%s}, adjust: {error-rate: 5, minimum: 1, maximum: 100}}
        """
            .formatted(String.join(", ", regions), weights);

    List<WeightCorners.Corner> corners = corners(ReadDeclaration.good(yaml));

    assertThat(corners).hasSize(15);
    assertThat(corners)
        .extracting(corner -> highs(corner.plan()))
        .containsOnly(0, 1, 6)
        .containsAll(IntStream.of(0, 1, 6).boxed().toList());
  }

  private static int highs(RoutingPlan plan) {
    return (int) weights(plan).stream().filter(weight -> weight == 100).count();
  }
}
