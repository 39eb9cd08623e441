package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ResolverTest {
  private static final RoutingPolicy SIMPLE = new RoutingPolicy.Simple();

  private static Map<DnsResult, BigFraction> ask(SamplePlans plans, String name) {
    return ask(plans.resolver(), name);
  }

  private static Map<DnsResult, BigFraction> ask(Resolver resolver, String name) {
    return resolver
        .answer(SamplePlans.ask(name), SamplePlans.in("DE"), HealthState.ALL_HEALTHY)
        .distribution();
  }

  private static Map<DnsResult, BigFraction> surely(DnsResult ending) {
    return Map.of(ending, BigFraction.ONE);
  }

  private static DnsResult values(String... texts) {
    return new DnsResult.Values(List.of(texts).stream().map(Value::literal).toList(), 60);
  }

  @Test
  void aNameOutsideTheZoneDoesNotExistInIt() {
    Resolution resolution =
        SamplePlans.recipe()
            .resolver()
            .answer(
                Question.of("api.example.org", RecordType.A),
                Client.UNKNOWN,
                HealthState.ALL_HEALTHY);
    assertThat(resolution.distribution()).isEqualTo(surely(new DnsResult.NxDomain()));
    assertThat(resolution.reason().rules()).containsExactly(Rule.NOT_IN_ZONE);
  }

  @Test
  void theApexExistsWithoutRecords() {
    assertThat(ask(new SamplePlans(), "@")).isEqualTo(surely(new DnsResult.NoData()));
  }

  @Test
  void aNameWithNamesBelowItExists() {
    SamplePlans plans = new SamplePlans().add("a.b", "", SIMPLE, "192.0.2.1", "");
    assertThat(ask(plans, "b")).isEqualTo(surely(new DnsResult.NoData()));
    assertThat(ask(plans, "c")).isEqualTo(surely(new DnsResult.NxDomain()));
  }

  @Test
  void aWildcardCoversDeeperNamesUnlessRfc4592IsFollowed() {
    SamplePlans plans =
        new SamplePlans()
            .add("*", "", SIMPLE, "192.0.2.1", "")
            .add("x.b", "", SIMPLE, "192.0.2.2", "");
    assertThat(ask(plans, "a.b")).isEqualTo(surely(values("192.0.2.1")));
    Interpretation strict =
        Interpretation.DOCUMENTED.with(Interpretation.Reading.WILDCARDS_RFC_4592);
    Resolver resolver = Resolver.of(plans.plan(), ZoneKind.PUBLIC, strict);
    assertThat(ask(resolver, "a.b")).isEqualTo(surely(new DnsResult.NxDomain()));
    assertThat(ask(resolver, "b")).isEqualTo(surely(new DnsResult.NoData()));
    assertThat(ask(resolver, "c.d")).isEqualTo(surely(values("192.0.2.1")));
  }

  @Test
  void theParentOfAWildcardExistsUnlessTheGuideIsTakenAtItsWord() {
    SamplePlans plans = new SamplePlans().add("*.x", "", SIMPLE, "192.0.2.1", "");
    assertThat(ask(plans, "x")).isEqualTo(surely(new DnsResult.NoData()));
    Interpretation literal =
        Interpretation.DOCUMENTED.with(Interpretation.Reading.WILDCARD_PARENT_NXDOMAIN);
    Resolver resolver = Resolver.of(plans.plan(), ZoneKind.PUBLIC, literal);
    assertThat(ask(resolver, "x")).isEqualTo(surely(new DnsResult.NxDomain()));
  }

  @Test
  void aCnameIsFollowedWithinTheZoneAndNotOutOfIt() {
    SamplePlans plans =
        new SamplePlans()
            .cname("www", "in", new RoutingPolicy.Weighted(1), "target.example.com.")
            .cname("www", "out", new RoutingPolicy.Weighted(3), "target.example.org")
            .add("target", "", SIMPLE, "192.0.2.1", "");
    List<Outcome> outcomes =
        plans
            .resolver()
            .answer(SamplePlans.ask("www"), Client.UNKNOWN, HealthState.ALL_HEALTHY)
            .outcomes();
    assertThat(outcomes)
        .extracting(Outcome::probability, Outcome::result)
        .containsExactly(
            tuple(BigFraction.of(1, 4), values("192.0.2.1")),
            tuple(
                BigFraction.of(3, 4),
                new DnsResult.Elsewhere(Value.literal("target.example.org"), List.of())));
    assertThat(outcomes).allMatch(outcome -> outcome.cnames().get(0).ttl() == 300);
  }

  @Test
  void cnamesInACircleEndInALoop() {
    SamplePlans plans =
        new SamplePlans()
            .cname("a", "", SIMPLE, "b.example.com")
            .cname("b", "", SIMPLE, "a.example.com");
    assertThat(ask(plans, "a")).isEqualTo(surely(new DnsResult.Loop()));
  }

  @Test
  void anAliasToNothingAnswersNothingAndIsUnhealthyIfItEvaluatesItsTarget() {
    SamplePlans plans =
        new SamplePlans()
            .add("a", "1", new RoutingPolicy.Weighted(9), "alias gone", "")
            .add("a", "2", new RoutingPolicy.Weighted(1), "192.0.2.1", "")
            .add("b", "", SIMPLE, "alias gone no-eth", "");
    assertThat(ask(plans, "a")).isEqualTo(surely(values("192.0.2.1")));
    assertThat(ask(plans, "b")).isEqualTo(surely(new DnsResult.NoData()));
  }

  @Test
  void recordsOfOneNameAndTypeMustShareAPolicy() {
    SamplePlans plans =
        new SamplePlans()
            .add("a", "1", new RoutingPolicy.Weighted(9), "192.0.2.1", "")
            .add("a", "2", new RoutingPolicy.Latency("us-east-1"), "192.0.2.1", "");
    assertThatThrownBy(plans::resolver)
        .isInstanceOf(InvalidValue.class)
        .hasMessage("a.example.com A mixes weighted and latency");
  }

  @Test
  void reasonsTellTheWayInPlainWords() {
    SamplePlans plans =
        SamplePlans.recipe()
            .add("www", "near", new RoutingPolicy.Latency("eu-west-1"), "alias failover.api", "")
            .add("www", "far", new RoutingPolicy.Latency("us-west-2"), "alias api", "");
    HealthState health =
        new HealthState(Set.of("us-east-1"), Set.of(new Value.Output("us-east-1", "alb_dns_name")));
    assertThat(
            plans
                .resolver()
                .answer(SamplePlans.ask("www"), SamplePlans.in("DE"), health)
                .reason()
                .lines())
        .containsExactly(
            "www.example.com A (latency):"
                + " the healthy record in the Region with the lowest latency answers [R-LATENCY]",
            "  1 near -> failover.api.example.com",
            "    failover.api.example.com A (failover):"
                + " the primary answers while it is healthy; otherwise, the secondary [R-FAILOVER]",
            "      1 secondary -> eu-west-1.alb_dns_name",
            "      not primary: its health check us-east-1 is unhealthy",
            "  not far: another record takes precedence (behind it: api.example.com),"
                + " Region us-west-2");
  }

  @Test
  void regionsThatAreAboutAsFarAreToldAsANearTie() {
    SamplePlans plans =
        new SamplePlans()
            .add("a", "1", new RoutingPolicy.Latency("eu-west-2"), "192.0.2.1", "")
            .add("a", "2", new RoutingPolicy.Latency("eu-west-3"), "192.0.2.2", "");
    Resolver resolver = plans.resolver();
    Client belgian = SamplePlans.in("BE");
    Reason reason =
        resolver.answer(SamplePlans.ask("a"), belgian, HealthState.ALL_HEALTHY).reason();
    assertThat(reason.tie()).map(NearTie::region).contains("eu-west-3");
    Client measured = belgian.withLatencies(Map.of("eu-west-2", 9.0, "eu-west-3", 10.0));
    Reason known =
        resolver.answer(SamplePlans.ask("a"), measured, HealthState.ALL_HEALTHY).reason();
    assertThat(known.tie()).isEmpty();
    assertThat(known.chosen().get(0).record().key().setIdentifier()).isEqualTo("1");
  }

  @Test
  void aPrivateZoneTakesTheVpcsRegionThenTheClosestOne() {
    SamplePlans plans =
        new SamplePlans()
            .add("a", "1", new RoutingPolicy.Latency("us-east-1"), "192.0.2.1", "")
            .add("a", "2", new RoutingPolicy.Latency("eu-west-1"), "192.0.2.2", "");
    Resolver resolver = Resolver.of(plans.plan(), ZoneKind.PRIVATE, Interpretation.DOCUMENTED);
    Client ohio = ClientLocator.inVpc("us-east-2").withLatencies(Map.of("eu-west-1", 1.0));
    assertThat(resolver.answer(SamplePlans.ask("a"), ohio, HealthState.ALL_HEALTHY).distribution())
        .isEqualTo(surely(values("192.0.2.1")));
  }
}
