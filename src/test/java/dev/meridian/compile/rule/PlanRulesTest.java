package dev.meridian.compile.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meridian.compile.rule.Violation.Severity;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import dev.meridian.testing.EachComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanRulesTest {
  private static final DnsName ZONE = new DnsName("example.com");

  @Test
  void aMissingAliasTargetIsDanglingNotWrongByItself() {
    assertThat(PlanRules.check(plan(alias("a", "b"))))
        .extracting(Violation::severity, Violation::what)
        .containsExactly(
            tuple(
                Severity.DANGLING,
                "Tried to create an alias that targets b.example.com, type A in zone example.com,"
                    + " but that target was not found"));
  }

  @Test
  void aCircleIsToldForEachOfItsAliasesAndForNoOther() {
    List<Violation> found =
        PlanRules.check(
            plan(alias("in", "a"), alias("a", "b"), alias("b", "c"), alias("c", "a"), leaf("out")));

    assertThat(found)
        .extracting(violation -> violation.subject().toString())
        .containsExactly("a.example.com A", "b.example.com A", "c.example.com A");
    assertThat(found).allMatch(violation -> violation.what().contains("in a loop"));
  }

  @Test
  void aTreeOfAliasesIsNoCircle() {
    RoutingPlan plan = plan(alias("a", "c"), alias("b", "c"), alias("c", "d"), leaf("d"));

    assertThat(PlanRules.check(plan)).isEmpty();
  }

  @Test
  void moreRecordsThanAZoneHoldsAreAQuestionOfQuota() {
    RecordSet[] records =
        IntStream.rangeClosed(0, 10_000).mapToObj(i -> leaf("r" + i)).toArray(RecordSet[]::new);

    assertThat(PlanRules.check(plan(records)))
        .extracting(Violation::severity)
        .containsExactly(Severity.QUOTA);
  }

  @Test
  void aSixthCidrCollectionIsAQuestionOfQuota() {
    List<CidrCollection> collections =
        IntStream.range(0, 6)
            .mapToObj(i -> new CidrCollection("c" + i, Map.of("x", List.of(block(i)))))
            .toList();

    assertThat(PlanRules.check(new RoutingPlan(ZONE, List.of(), List.of(), collections)))
        .extracting(Violation::severity)
        .containsExactly(Severity.QUOTA);
  }

  @Test
  void aBlockInTwoLocationsIsRefused() {
    Map<String, List<CidrBlock>> locations = Map.of("a", List.of(block(0)), "b", List.of(block(0)));
    CidrCollection collection = new CidrCollection("c", locations);

    assertThat(PlanRules.check(new RoutingPlan(ZONE, List.of(), List.of(), List.of(collection))))
        .extracting(Violation::what)
        .containsExactly("the block 10.0.0.0/24 is in the locations a and b");
  }

  @Test
  void aRecordBelowAnotherNameThatOnlyEndsAlikeIsOutsideTheZone() {
    RrsetKey group = new RrsetKey(new DnsName("fooexample.com"), RecordType.A);
    RecordSet record =
        new RecordSet(new RecordKey(group, null), new RoutingPolicy.Simple(), values(), null);

    assertThat(PlanRules.check(plan(record)))
        .extracting(Violation::what)
        .containsExactly("RRSet with DNS name fooexample.com is not permitted in zone example.com");
  }

  @Test
  void aRecordOfTheZoneThatIsNotDeclaredHereIsATarget() {
    RoutingPlan other = plan(record("www", resource("legacy.example.com")));
    RoutingPlan own = plan(record("www", resource("old.example.com")), leaf("old"));

    assertThat(PlanRules.check(other, ZoneKind.PUBLIC, "Z1")).isEmpty();
    assertThat(PlanRules.check(other, ZoneKind.PUBLIC, "Z2"))
        .extracting(Violation::what)
        .allMatch(what -> what.endsWith("does not lie within the target zone"));
    assertThat(PlanRules.check(other, ZoneKind.PUBLIC, "Z2")).hasSize(1);
    assertThat(PlanRules.check(own, ZoneKind.PUBLIC, "Z1"))
        .extracting(Violation::what)
        .containsExactly("old.example.com is a name of this file, not an AWS resource");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A     | 192.0.2.1       |
          A     | 2001:db8::1     | "2001:db8::1" is not a value of an A record
          A     | host.example    | "host.example" is not a value of an A record
          AAAA  | 2001:db8::1     |
          AAAA  | 192.0.2.1       | "192.0.2.1" is not a value of an AAAA record
          CNAME | host.example    |
          CNAME | two words       | "two words" is not a value of an CNAME record
          TXT   | "two words"     |
          """)
  void aValueIsOneOfItsRecordsType(RecordType type, String value, String problem) {
    RecordData answer = new RecordData.Values(60, List.of(Value.literal(value)));
    RecordSet record =
        new RecordSet(
            new RecordKey(new RrsetKey(ZONE.child("www"), type), null),
            new RoutingPolicy.Simple(),
            answer,
            null);

    List<String> found = PlanRules.check(plan(record)).stream().map(Violation::what).toList();

    assertThat(found).isEqualTo(problem == null ? List.of() : List.of(problem));
  }

  @Test
  void aValueThatIsKnownAfterApplyIsNotCompared() {
    RecordData answer = new RecordData.Values(60, List.of(new Value.Output("eu", "address")));

    assertThat(PlanRules.check(plan(record("www", answer)))).isEmpty();
  }

  @Test
  void aMissingCollectionOrLocationIsDanglingAndTheDefaultNeedsNoLocation() {
    CidrCollection collection = new CidrCollection("c", Map.of("north", List.of(block(0))));
    RoutingPlan plan =
        new RoutingPlan(
            ZONE,
            List.of(
                network("a", "c", "north"),
                network("b", "c", "*"),
                network("d", "c", "south"),
                network("e", "other", "north")),
            List.of(),
            List.of(collection));

    assertThat(PlanRules.check(plan))
        .extracting(v -> v.subject().toString(), Violation::severity, Violation::what)
        .containsExactly(
            tuple(
                "d.example.com A x",
                Severity.DANGLING,
                "the CIDR collection c has no location south"),
            tuple("e.example.com A x", Severity.DANGLING, "there is no CIDR collection other"));
  }

  @ParameterizedTest
  @EnumSource(
      value = RecordType.class,
      names = {"NS", "SOA"})
  void nameServersAndSoaCannotBeAliases(RecordType type) {
    RecordSet record =
        new RecordSet(
            new RecordKey(new RrsetKey(ZONE.child("sub"), type), null),
            new RoutingPolicy.Simple(),
            new RecordData.RecordAlias(ZONE.child("other"), true),
            null);

    assertThat(PlanRules.check(plan(record)))
        .extracting(Violation::what)
        .contains("NS and SOA records can be neither aliases nor the targets of aliases");
  }

  @Test
  void twoHealthChecksWithOneIdAndAnAlarmInNoRegionAreRefused() {
    HealthCheck alarm = alarm("us-east-1");

    assertThat(PlanRules.check(new RoutingPlan(ZONE, List.of(), List.of(alarm, alarm), List.of())))
        .extracting(Violation::what)
        .containsExactly("two health checks have the id alarm");
    assertThat(
            PlanRules.check(
                new RoutingPlan(ZONE, List.of(), List.of(alarm("xx-nowhere-1")), List.of())))
        .extracting(Violation::what)
        .containsExactly("there is no region xx-nowhere-1");
  }

  @Test
  void subjectsAreEqualIfTheyNameTheSameThing() {
    RrsetKey group = new RrsetKey(ZONE.child("a"), RecordType.A);
    RrsetKey other = new RrsetKey(ZONE.child("b"), RecordType.A);

    EachComponent.counts(
        new Subject.OfGroup(group),
        new Subject.OfGroup(group),
        List.of(new Subject.OfGroup(other)));
    EachComponent.counts(
        new Subject.OfRecord(new RecordKey(group, "x")),
        new Subject.OfRecord(new RecordKey(group, "x")),
        List.of(new Subject.OfRecord(new RecordKey(group, "y"))));
    EachComponent.counts(
        new Subject.OfHealthCheck("a"),
        new Subject.OfHealthCheck("a"),
        List.of(new Subject.OfHealthCheck("b")));
  }

  private static HealthCheck alarm(String region) {
    return new HealthCheck(
        "alarm",
        new HealthCheckConfig.CloudWatchMetric(
            "queue", region, HealthCheckConfig.CloudWatchMetric.InsufficientData.HEALTHY),
        false,
        false);
  }

  private static RecordSet network(String label, String collection, String location) {
    return new RecordSet(
        new RecordKey(new RrsetKey(ZONE.child(label), RecordType.A), "x"),
        new RoutingPolicy.IpBased(collection, location),
        values(),
        null);
  }

  private static RecordData resource(String name) {
    return new RecordData.ResourceAlias(Value.literal(name), Value.literal("Z1"), true);
  }

  private static CidrBlock block(int i) {
    return new CidrBlock("10.0." + i + ".0/24");
  }

  private static RoutingPlan plan(RecordSet... records) {
    return new RoutingPlan(ZONE, List.of(records), List.of(), List.of());
  }

  private static RecordSet alias(String label, String target) {
    return record(label, new RecordData.RecordAlias(ZONE.child(target), true));
  }

  private static RecordSet leaf(String label) {
    return record(label, values());
  }

  private static RecordData values() {
    return new RecordData.Values(60, List.of(Value.literal("192.0.2.1")));
  }

  private static RecordSet record(String label, RecordData answer) {
    RrsetKey group = new RrsetKey(ZONE.child(label), RecordType.A);
    return new RecordSet(new RecordKey(group, null), new RoutingPolicy.Simple(), answer, null);
  }
}
