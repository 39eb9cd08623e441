package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Probing;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.resolve.analysis.AnswerComparison;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Targets that are known only after apply are endpoints like any other. */
class ReferencesTest {
  private static final List<ClientLocation> WORLD = Population.locations();
  private static final Value BLUE = Value.Reference.to("aws_lb.blue.dns_name");
  private static final Value GREEN = Value.literal("green.us-east-1.elb.amazonaws.com");
  private static final Value ARGUMENT = new Value.Reference("aws_route53_record.w.records", null);

  private final List<RecordSet> records = new ArrayList<>();
  private final List<HealthCheck> checks = new ArrayList<>();

  private ReferencesTest alias(String label, int weight, Value target, @Nullable String check) {
    return add(
        label,
        weight,
        new RecordData.ResourceAlias(target, Value.literal("Z35SXDOTRQ7X7K"), true),
        check);
  }

  private ReferencesTest values(String label, Value... values) {
    return add(label, 1, new RecordData.Values(60, List.of(values)), null);
  }

  private ReferencesTest add(String label, int weight, RecordData data, @Nullable String check) {
    RrsetKey group = new RrsetKey(SamplePlans.ZONE.child("w"), RecordType.A);
    RoutingPolicy policy = new RoutingPolicy.Weighted(weight);
    records.add(new RecordSet(new RecordKey(group, label), policy, data, check));
    return this;
  }

  private ReferencesTest check(String id, HealthCheckConfig config) {
    checks.add(new HealthCheck(id, config, false, false));
    return this;
  }

  private RoutingPlan plan() {
    return new RoutingPlan(SamplePlans.ZONE, records, checks, List.of());
  }

  private static AnswerComparison compare(ReferencesTest before, ReferencesTest after) {
    return AnswerComparison.of(
        AnswerComparison.Side.of(before.plan()), AnswerComparison.Side.of(after.plan()), WORLD);
  }

  private static ReferencesTest zone() {
    return new ReferencesTest();
  }

  @Test
  void anAliasTargetThatIsDownTakesItsRecordOut() {
    RoutingPlan plan = zone().alias("b", 90, BLUE, null).alias("g", 10, GREEN, null).plan();
    OutageModel outages = OutageModel.of(plan);

    assertThat(outages.names()).containsExactly("aws_lb.blue.dns_name", GREEN.toString());
    assertThat(outages.health(Outage.of("aws_lb.blue.dns_name")).unhealthyResources())
        .containsExactly(BLUE);
  }

  @Test
  void cloudFrontIsAlwaysHealthyToRoute53() {
    Value distribution = Value.Reference.to("module.cdn.aws_cloudfront_distribution.x.domain_name");
    RoutingPlan plan = zone().alias("b", 90, distribution, null).plan();

    assertThat(OutageModel.of(plan).health(Outage.of(distribution.toString())).unhealthyResources())
        .isEmpty();
  }

  @Test
  void aProbeFailsTogetherWithTheTargetThatItsHostComesFrom() {
    Destination host =
        new Destination(
            null, new Value.Reference("aws_route53_health_check.b.fqdn", "aws_lb.blue.dns_name"));
    HealthCheckConfig probe =
        new HealthCheckConfig.Endpoint(
            HealthCheckConfig.Protocol.HTTP,
            host,
            80,
            "/",
            null,
            new Probing(30, 3, Set.of(), false),
            false);
    RoutingPlan plan =
        zone().check("b", probe).alias("b", 90, BLUE, null).alias("g", 10, GREEN, "b").plan();

    assertThat(OutageModel.of(plan).health(Outage.of("aws_lb.blue.dns_name")).unhealthyChecks())
        .containsExactly("b");
  }

  @Test
  void aRegionCanContainAnyOfThem() {
    OutageModel outages =
        OutageModel.of(zone().alias("b", 90, BLUE, null).alias("g", 10, GREEN, null).plan());

    assertThat(outages.possiblyDown(List.of("us-east-1"))).containsExactly(BLUE.toString());
    assertThat(outages.possiblyDown(List.of(GREEN.toString(), "aws_lb.blue.dns_name"))).isEmpty();
  }

  @Test
  void whichHealthCheckARecordHasMattersOnlyIfSomethingIsDown() {
    RoutingPlan plan =
        zone()
            .check("aws_route53_record.b.health_check_id", new HealthCheckConfig.Unidentified())
            .alias("b", 90, BLUE, "aws_route53_record.b.health_check_id")
            .alias("g", 10, GREEN, null)
            .plan();
    Resolver resolver = Resolver.of(plan);
    Question question = SamplePlans.ask("w");

    assertThat(resolver.unread(question, Outage.NONE)).isEmpty();
    assertThat(resolver.unread(question, Outage.of(GREEN.toString())))
        .containsExactly("health check aws_route53_record.b.health_check_id");
    assertThat(resolver.unread(question)).isNotEmpty();
    assertThat(OutageModel.of(plan).healthChecks()).isEmpty();
  }

  @Test
  void theSameAttributeIsTheSameAnswerInBothPlans() {
    assertThat(compare(zone().alias("b", 1, BLUE, null), zone().alias("x", 1, BLUE, null)).isSame())
        .isTrue();
  }

  @Test
  void anotherAttributeOrATextMayBeTheSameOrNot() {
    Value other = Value.Reference.to("aws_lb.other.dns_name");

    for (Value after : List.of(other, GREEN)) {
      AnswerComparison comparison =
          compare(zone().alias("b", 1, BLUE, null), zone().alias("b", 1, after, null));

      assertThat(comparison.isSame()).isFalse();
      assertThat(comparison.changes())
          .singleElement()
          .satisfies(
              change -> {
                assertThat(change.knownAfterApply()).contains(BLUE.toString());
                assertThat(change.looksSame()).isFalse();
              });
    }
  }

  @Test
  void anAttributeWithItsOldShareIsNotInDoubt() {
    Value other = Value.literal("192.0.2.7");

    AnswerComparison comparison =
        compare(
            zone().alias("b", 1, BLUE, null).values("x", Value.literal("192.0.2.1")),
            zone().alias("b", 1, BLUE, null).values("x", other));

    assertThat(comparison.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.knownAfterApply()).isEmpty());
  }

  @Test
  void anAnswerAndNoAnswerDifferWhateverTheAnswerTurnsOutToBe() {
    AnswerComparison comparison = compare(zone().alias("b", 1, BLUE, null), zone());

    assertThat(comparison.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.knownAfterApply()).isEmpty());
  }

  @Test
  void anArgumentMayHaveAnotherExpressionInAnotherPlan() {
    AnswerComparison comparison =
        compare(zone().values("a", ARGUMENT), zone().values("a", ARGUMENT));

    assertThat(comparison.isSame()).isFalse();
    assertThat(comparison.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.looksSame()).isTrue();
              assertThat(change.knownAfterApply()).containsExactly(ARGUMENT.toString());
            });
  }
}
