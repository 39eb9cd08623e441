package dev.meridian.resolve.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RoutingPolicy.Failover.Role;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.SamplePlans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProverTest {
  private static final List<ClientLocation> WORLD = Population.locations();

  private static List<Finding> prove(SamplePlans plans, Obligations obligations) {
    return Prover.prove(plans.plan(), plans.resolver(), WORLD, obligations).findings();
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void theRecipeAnswersEverybodyWithALiveEndpointOfTheNameWhateverFails() {
    assertThat(prove(SamplePlans.recipe(), Obligations.answers(3))).isEmpty();
  }

  @Test
  void theNumberOfAnswersIsKnownBeforeTheyAreChecked() {
    SamplePlans recipe = SamplePlans.recipe();
    for (int failures = 0; failures <= 3; failures++) {
      Prover prover =
          Prover.of(recipe.plan(), recipe.resolver(), WORLD, Obligations.answers(failures));
      assertThat(prover.answers(failures)).isEqualTo(prover.run(answers -> {}).answers());
    }
    Prover prover = Prover.of(recipe.plan(), recipe.resolver(), WORLD, Obligations.answers(0));
    assertThat(prover.answers(1)).isGreaterThan(prover.answers(0));
  }

  @Test
  void geolocationWithoutADefaultLeavesTheMostPopulousPlaceWithoutAnswer() {
    SamplePlans plans =
        new SamplePlans()
            .checks(SamplePlans.REGIONS)
            .add("geo", "NA", geo("NA"), "us-east-1", "us-east-1")
            .add("geo", "EU", geo("EU"), "eu-west-1", "eu-west-1");
    Finding finding = only(prove(plans, Obligations.answers(1)));
    assertThat(finding.kind()).isEqualTo(Finding.Kind.NO_ANSWER);
    assertThat(finding.message()).isEqualTo("clients in CN get no answer");
    assertThat(finding.example().orElseThrow().outage()).isEqualTo(Outage.NONE);
  }

  @Test
  void aRecordWithoutHealthCheckIsFoundAnsweringWhileItsEndpointIsDown() {
    SamplePlans plans =
        new SamplePlans()
            .checks(List.of("192.0.2.2"))
            .add("api", "a", new RoutingPolicy.Weighted(1), "192.0.2.1", "")
            .add("api", "b", new RoutingPolicy.Weighted(1), "192.0.2.2", "192.0.2.2");
    Finding finding = only(prove(plans, Obligations.answers(2)));
    assertThat(finding.kind()).isEqualTo(Finding.Kind.DEAD_ANSWER);
    assertThat(finding.example().orElseThrow().outage()).isEqualTo(Outage.of("192.0.2.1"));
  }

  @Test
  void anAliasThatDoesNotEvaluateItsTargetIsFound() {
    SamplePlans plans =
        SamplePlans.recipe()
            .add("www", "near", new RoutingPolicy.Latency("us-east-1"), "alias api no-eth", "")
            .checks(List.of("192.0.2.1"))
            .add("www", "far", new RoutingPolicy.Latency("sa-east-1"), "192.0.2.1", "192.0.2.1");
    assertThat(prove(plans, Obligations.answers(2))).isEmpty();
    Finding finding = only(prove(plans, Obligations.answers(3)));
    assertThat(finding.kind()).isEqualTo(Finding.Kind.DEAD_ANSWER);
    assertThat(finding.example().orElseThrow().outage())
        .isEqualTo(Outage.of("ap-southeast-1", "eu-west-1", "us-east-1"));
    assertThat(finding.message()).startsWith("clients in CN are sent");
  }

  @Test
  void theSmallestFailureThatExceedsACapacityIsTold() {
    SamplePlans plans =
        new SamplePlans().checks(SamplePlans.REGIONS).failover("api", "us-east-1", "eu-west-1");
    TrafficModel demand =
        new TrafficModel(Map.of(SamplePlans.ZONE.child("api"), 100.0), Map.of("eu-west-1", 60.0));
    Finding finding = only(prove(plans, new Obligations(2, demand, null)));
    assertThat(finding.kind()).isEqualTo(Finding.Kind.OVER_CAPACITY);
    assertThat(finding.subject()).isEqualTo("eu-west-1");
    assertThat(finding.message())
        .isEqualTo(
            "has to carry 100.0 requests per second, more than its capacity of 60.0, with us-east-1 down");
  }

  @Test
  void aFailoverSlowerThanDeclaredIsTold() {
    SamplePlans plans =
        new SamplePlans().checks(SamplePlans.REGIONS).failover("api", "us-east-1", "eu-west-1");
    assertThat(prove(plans, new Obligations(1, TrafficModel.NONE, 150))).isEmpty();
    Finding finding = only(prove(plans, new Obligations(1, TrafficModel.NONE, 149)));
    assertThat(finding.message())
        .isEqualTo("leaving primary takes up to 150 s (checks 90 s + TTL 60 s), more than 149 s");
  }

  @Test
  void aRecordThatNobodyIsEverAnsweredWithIsTold() {
    SamplePlans plans =
        new SamplePlans()
            .add("api", "always", new RoutingPolicy.Weighted(1), "192.0.2.1", "")
            .add("api", "never", new RoutingPolicy.Weighted(0), "192.0.2.2", "");
    List<Finding> findings = prove(plans, Obligations.answers(2));
    assertThat(findings)
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.DEAD_ANSWER, Finding.Kind.UNREACHABLE_RECORD);
    assertThat(findings.get(1).subject()).isEqualTo("api.example.com A never");
  }

  @Test
  void aRecordThatAnswersOnlyInALargerFailureIsReachable() {
    SamplePlans plans =
        new SamplePlans()
            .checks(List.of("192.0.2.1", "192.0.2.2"))
            .add("api", "a", new RoutingPolicy.Weighted(1), "192.0.2.1", "192.0.2.1")
            .add("api", "b", new RoutingPolicy.Weighted(1), "192.0.2.2", "192.0.2.2")
            .add("api", "standby", new RoutingPolicy.Weighted(0), "192.0.2.3", "");
    assertThat(prove(plans, Obligations.answers(1))).isEmpty();
  }

  private static RoutingPolicy geo(String continent) {
    return new RoutingPolicy.Geolocation(new GeoLocation.Continent(continent));
  }

  @Test
  void anAliasWithACheckOfItsOwnIsLeftWhenTheRecordsBehindItHaveExpired() {
    SamplePlans plans =
        new SamplePlans()
            .checks(List.of("192.0.2.1"))
            .add(
                "www",
                "PRIMARY",
                new RoutingPolicy.Failover(Role.PRIMARY),
                "alias api",
                "192.0.2.1")
            .add("www", "SECONDARY", new RoutingPolicy.Failover(Role.SECONDARY), "192.0.2.2", "")
            .add("api", "only", new RoutingPolicy.Weighted(1), "192.0.2.1", "");
    Finding finding =
        prove(plans, new Obligations(0, TrafficModel.NONE, 149)).stream()
            .filter(f -> f.kind() == Finding.Kind.SLOW_FAILOVER)
            .findFirst()
            .orElseThrow();
    assertThat(finding.message()).startsWith("leaving PRIMARY takes up to 150 s");
  }

  @Test
  void aProofSaysHowMuchItTried() {
    Proof proof =
        Prover.prove(
            SamplePlans.recipe().plan(),
            SamplePlans.recipe().resolver(),
            WORLD,
            Obligations.answers(2));
    assertThat(proof.questions()).isEqualTo(5);
    assertThat(proof.failures()).isEqualTo(7);
    assertThat(proof.clients()).isEqualTo(WORLD.size());
    assertThat(proof.answers()).isGreaterThanOrEqualTo(proof.clientClasses());
  }

  @Test
  void twoWaysToOneGroupAreProvedLikeOne() {
    SamplePlans plans =
        SamplePlans.recipe()
            .add("top", "a", new RoutingPolicy.Weighted(1), "alias left", "")
            .add("top", "b", new RoutingPolicy.Weighted(1), "alias right", "")
            .add("left", "", new RoutingPolicy.Simple(), "alias failover.api", "")
            .add("right", "", new RoutingPolicy.Simple(), "alias failover.api", "");

    assertThat(prove(plans, Obligations.answers(2))).isEmpty();
    assertThat(prove(plans, new Obligations(1, TrafficModel.NONE, 150))).isEmpty();
  }

  @Test
  void aHealthCheckThatThePlanLacksDetectsNothingInTime() {
    SamplePlans plans =
        new SamplePlans()
            .add("www", "a", new RoutingPolicy.Weighted(1), "192.0.2.1", "nowhere")
            .add("www", "b", new RoutingPolicy.Weighted(1), "192.0.2.2", "");

    assertThat(prove(plans, new Obligations(0, TrafficModel.NONE, 600))).isEmpty();
  }

  @Test
  void withoutItsCollectionAnIpBasedGroupAnswersEverybodyFromTheDefault() {
    SamplePlans plans =
        new SamplePlans()
            .checks(List.of("192.0.2.1"))
            .add("net", "north", new RoutingPolicy.IpBased("c", "north"), "192.0.2.2", "")
            .add("net", "default", new RoutingPolicy.IpBased("c", "*"), "192.0.2.1", "");

    assertThat(prove(plans, Obligations.answers(0)))
        .extracting(Finding::kind)
        .doesNotContain(Finding.Kind.NO_ANSWER);
  }

  @Test
  void recordsOfWeightZeroAnswerWhenAllOthersFailAtTheTopAndBehindAliases() {
    SamplePlans plans =
        new SamplePlans()
            .checks(List.of("192.0.2.1", "192.0.2.2", "192.0.2.3"))
            .add("top", "a", new RoutingPolicy.Weighted(1), "alias left", "")
            .add("left", "y", new RoutingPolicy.Weighted(0), "192.0.2.3", "192.0.2.3")
            .add("top", "b", new RoutingPolicy.Weighted(0), "alias right", "")
            .add("left", "x", new RoutingPolicy.Weighted(1), "192.0.2.1", "192.0.2.1")
            .add("right", "x", new RoutingPolicy.Weighted(1), "alias deep", "")
            .add("deep", "x", new RoutingPolicy.Weighted(1), "192.0.2.2", "192.0.2.2");

    assertThat(prove(plans, Obligations.answers(0)))
        .extracting(Finding::kind)
        .doesNotContain(Finding.Kind.UNREACHABLE_RECORD);
  }

  @Test
  void clientsLeaveAnAliasOverAliasesWhenTheSlowestRecordBehindItHasExpired() {
    SamplePlans plans =
        SamplePlans.recipe()
            .add("top", "a", new RoutingPolicy.Weighted(1), "alias left", "us-east-1")
            .add("top", "b", new RoutingPolicy.Weighted(1), "eu-west-1", "eu-west-1")
            .add("left", "", new RoutingPolicy.Simple(), "alias deep", "")
            .add("deep", "", new RoutingPolicy.Simple(), "us-east-1", "");

    assertThat(prove(plans, new Obligations(0, TrafficModel.NONE, 150))).isEmpty();
    assertThat(prove(plans, new Obligations(0, TrafficModel.NONE, 149))).isNotEmpty();
  }
}
