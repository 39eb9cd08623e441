package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.Compiler;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.model.ValueSubstitution;
import dev.meridian.resolve.analysis.Finding;
import dev.meridian.resolve.analysis.Obligations;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.analysis.Prover;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An accelerator is down if it is named, or if all of its regions are down. */
class AcceleratedOutagesTest {
  private static final String HEAD =
      "{application: shop, environment: test, zone: example.com,"
          + " regions: [us-east-1, eu-west-1, sa-east-1], accelerators: {global: {";

  private static RoutingPlan example() {
    return plan(ReadDeclaration.good(Path.of("examples/accelerator.yaml")));
  }

  private static RoutingPlan plan(dev.meridian.declaration.Deployment deployment) {
    return Compiler.compile(deployment).orThrow();
  }

  private static RoutingPlan plan(String accelerator, String policy) {
    return plan(ReadDeclaration.good(HEAD + accelerator + "}}, names: {www: " + policy + "}}"));
  }

  @Test
  void itIsUpWhileOneOfItsRegionsIs() {
    OutageModel model = OutageModel.of(example());

    Outage one = model.down(List.of("us-east-1"));

    assertThat(model.names()).containsExactly("eu-west-1", "global", "us-east-1");
    assertThat(one).isEqualTo(Outage.of("us-east-1"));
    assertThat(model.health(one).unhealthyChecks()).containsExactly("us-east-1");
  }

  @Test
  void itIsDownWithAllOfItsRegionsEvenIfTheyFailOneByOne() {
    OutageModel model = OutageModel.of(example());

    Outage both = model.down(List.of("us-east-1", "eu-west-1"));

    assertThat(both).isEqualTo(Outage.of("eu-west-1", "global", "us-east-1"));
    assertThat(model.health(Outage.of("us-east-1", "eu-west-1")).unhealthyChecks())
        .containsExactlyInAnyOrder("us-east-1", "eu-west-1", "global");
  }

  @Test
  void itCanFailAloneAndItsRegionsThenAnswer() {
    RoutingPlan plan = example();
    OutageModel model = OutageModel.of(plan);

    Outage alone = model.down(List.of("global"));

    assertThat(alone).isEqualTo(Outage.of("global"));
    assertThat(model.health(alone).unhealthyChecks()).containsExactly("global");
    assertThat(model.health(alone).unhealthyResources()).isEmpty();
  }

  @Test
  void aRegionWithoutWeightDoesNotKeepItUp() {
    OutageModel model =
        OutageModel.of(
            plan(
                "regions: {us-east-1: 100, eu-west-1: {weight: 0}, sa-east-1: 0}",
                "{simple: global}"));

    assertThat(model.down(List.of("us-east-1", "sa-east-1")).endpoints()).contains("global");
    assertThat(model.down(List.of("us-east-1")).endpoints()).doesNotContain("global");
  }

  @Test
  void itsAddressesAreDownWithItWhenAllValuesAreKnown() {
    RoutingPlan known =
        ValueSubstitution.replace(
            example(),
            value -> {
              String text = value.toString();
              if (text.startsWith("global.static_addresses")) {
                return Value.literal(text.contains("[0]") ? "198.51.100.1" : "198.51.100.2");
              }
              return text.startsWith("global.")
                  ? Value.literal("a1.awsglobalaccelerator.com")
                  : text.endsWith("alb_dns_name")
                      ? Value.literal(
                          "shop-1." + value.heldBy().orElseThrow() + ".elb.amazonaws.com")
                      : value;
            });
    OutageModel model = OutageModel.of(known);

    assertThat(model.down(List.of("us-east-1", "eu-west-1")).endpoints())
        .contains("a1.awsglobalaccelerator.com", "198.51.100.1", "198.51.100.2");
    assertThat(model.down(List.of("us-east-1")).endpoints())
        .containsExactly("shop-1.us-east-1.elb.amazonaws.com");
  }

  @Test
  void anAliasToItIsNeverUnhealthyOnItsOwn() {
    OutageModel model =
        OutageModel.of(
            plan(
                "regions: [us-east-1, eu-west-1], health-check: none",
                "{failover: {primary: {to: global, evaluate-target-health: true},"
                    + " secondary: sa-east-1}}"));

    assertThat(model.health(Outage.of("global")).unhealthyResources()).isEmpty();
    assertThat(model.balanced()).doesNotContain("global");
  }

  @Test
  void aProofKnowsThatAnAcceleratorFailsWithItsOnlyRegion() {
    RoutingPlan plan =
        plan(
            "regions: [us-east-1], health-check: none",
            "{failover: {primary: us-east-1, secondary: global}}");

    List<Finding> findings =
        Prover.prove(plan, Resolver.of(plan), Population.locations(), Obligations.answers(1))
            .findings();

    assertThat(findings).isEmpty();
    assertThat(OutageModel.of(plan).complete(Set.of("us-east-1")))
        .containsExactly("global", "us-east-1");
  }
}
