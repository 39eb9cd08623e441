package dev.meridian.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.RejectedRecord.Cause;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers mean to clients: shares, rejected records, and the questions that are asked. */
class SharesTest {
  private static final RoutingPolicy SIMPLE = new RoutingPolicy.Simple();

  @Test
  void aShareIsTheChanceDividedAmongTheValuesHoweverLargeTheFraction() {
    List<String> two = List.of("a", "b");

    assertThat(Shares.each(outcome(BigFraction.of(1, 3)), two)).isEqualTo(1.0 / 6);
    BigInteger large = BigInteger.TWO.pow(60).add(BigInteger.ONE);
    assertThat(Shares.each(outcome(BigFraction.of(BigInteger.ONE, large)), two))
        .isEqualTo(Math.scalb(1.0, -61));
    assertThat(Shares.each(outcome(BigFraction.of(large.subtract(BigInteger.TEN), large)), two))
        .isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "CHECK, true",
    "RESOURCE, true",
    "TARGET, true",
    "NOT_FOR_CLIENT, false",
    "OUTRANKED, false",
    "STANDBY, false"
  })
  void aRecordIsUnhealthyOnlyIfItsHealthKeptItFromAnswering(Cause cause, boolean unhealthy) {
    RecordSet record =
        new SamplePlans().add("a", "", SIMPLE, "192.0.2.1", "").plan().records().get(0);

    assertThat(new RejectedRecord(record, cause).unhealthy()).isEqualTo(unhealthy);
  }

  @Test
  void aNameThatEndsAtACnameIsAskedForTheAddressesAtTheEnd() {
    SamplePlans plans =
        new SamplePlans()
            .cname("away", "", SIMPLE, "www.example.org")
            .cname("near", "", SIMPLE, "web.example.com")
            .add("web", "", SIMPLE, "192.0.2.1", "");

    assertThat(plans.resolver().questions())
        .containsExactlyInAnyOrder(
            SamplePlans.ask("away"), SamplePlans.ask("near"), SamplePlans.ask("web"));
  }

  @Test
  void aNameThatEndsAtIpv6AddressesIsAskedForThem() {
    RoutingPlan plan = new SamplePlans().cname("near", "", SIMPLE, "web.example.com").plan();
    RoutingPlan six = with(plan, RecordType.AAAA, "2001:db8::1");
    RoutingPlan both = with(six, RecordType.A, "192.0.2.1");

    assertThat(Resolver.of(six).questions())
        .containsExactlyInAnyOrder(
            Question.of("near.example.com", RecordType.AAAA),
            Question.of("web.example.com", RecordType.AAAA));
    assertThat(Resolver.of(both).questions())
        .contains(
            Question.of("near.example.com", RecordType.A),
            Question.of("near.example.com", RecordType.AAAA));
  }

  private static RoutingPlan with(RoutingPlan plan, RecordType type, String address) {
    List<RecordSet> records = new ArrayList<>(plan.records());
    records.add(
        new RecordSet(
            new RecordKey(new RrsetKey(SamplePlans.ZONE.child("web"), type), null),
            SIMPLE,
            new RecordData.Values(60, List.of(Value.literal(address))),
            null));
    return new RoutingPlan(plan.zone(), records, List.of(), List.of());
  }

  @Test
  void aCidrLocationThatThePlanLacksIsNotKnown() {
    SamplePlans plans =
        new SamplePlans()
            .add("top", "x", new RoutingPolicy.IpBased("c", "north"), "192.0.2.1", "")
            .add("top", "y", new RoutingPolicy.IpBased("c", "*"), "192.0.2.2", "");
    CidrCollection south =
        new CidrCollection("c", Map.of("south", List.of(new CidrBlock("10.0.0.0/24"))));
    CidrCollection north =
        new CidrCollection("c", Map.of("north", List.of(new CidrBlock("10.0.0.0/24"))));

    assertThat(unread(withCollection(plans, south))).containsExactly("CIDR collection c");
    assertThat(unread(withCollection(plans, north))).isEmpty();
  }

  private static RoutingPlan withCollection(SamplePlans plans, CidrCollection collection) {
    return new RoutingPlan(
        SamplePlans.ZONE, plans.plan().records(), List.of(), List.of(collection));
  }

  @Test
  void aCalculatedCheckCountsChildrenThatThePlanLacksOrThatAreCalculatedAsHealthy() {
    HealthCheckConfig inner = new HealthCheckConfig.Calculated(1, List.of("us-east-1"));
    HealthCheckConfig outer =
        new HealthCheckConfig.Calculated(2, List.of("inner", "missing", "us-east-1"));
    HealthCheckConfig all =
        new HealthCheckConfig.Calculated(3, List.of("inner", "missing", "us-east-1"));
    OutageModel model =
        OutageModel.of(
            SamplePlans.recipe()
                .add(new HealthCheck("inner", inner, false, false))
                .add(new HealthCheck("outer", outer, false, false))
                .add(new HealthCheck("all", all, false, false))
                .plan());

    assertThat(model.health(Outage.of("us-east-1")).unhealthyChecks())
        .containsExactlyInAnyOrder("us-east-1", "inner", "all");
  }

  @Test
  void anUnreadRecordSetOfAnotherTypeOrNameDoesNotMatter() {
    SamplePlans plans =
        new SamplePlans()
            .add("top", "a", new RoutingPolicy.Weighted(1), "alias below", "")
            .add("top", "b", new RoutingPolicy.Weighted(1), "alias below", "")
            .add("top", "c", new RoutingPolicy.Weighted(1), "alias gone", "")
            .add("below", "", SIMPLE, "192.0.2.1", "");
    UnreadRecord text = new UnreadRecord(SamplePlans.ZONE.child("gone"), RecordType.TXT, true);
    UnreadRecord other = new UnreadRecord(SamplePlans.ZONE.child("else"), RecordType.A, true);
    UnreadRecord gone = new UnreadRecord(SamplePlans.ZONE.child("gone"), RecordType.A, true);

    assertThat(unread(plans.plan(), text, other)).isEmpty();
    assertThat(unread(plans.plan(), text, other, gone)).containsExactly("gone.example.com A");
  }

  private static Iterable<String> unread(RoutingPlan plan, UnreadRecord... unread) {
    return Resolver.of(plan, ZoneKind.PUBLIC, Interpretation.DOCUMENTED, List.of(unread))
        .unread(SamplePlans.ask("top"));
  }

  private static Outcome outcome(BigFraction chance) {
    DnsResult values = new DnsResult.Values(List.of(Value.literal("a"), Value.literal("b")), 60);
    return new Outcome(chance, List.of(), values, null);
  }
}
