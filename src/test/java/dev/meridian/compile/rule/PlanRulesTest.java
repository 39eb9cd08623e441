package dev.meridian.compile.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meridian.compile.rule.Violation.Severity;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    assertThat(PlanRules.check(other, "Z1")).isEmpty();
    assertThat(PlanRules.check(other, "Z2"))
        .extracting(Violation::what)
        .allMatch(what -> what.endsWith("does not lie within the target zone"));
    assertThat(PlanRules.check(other, "Z2")).hasSize(1);
    assertThat(PlanRules.check(own, "Z1"))
        .extracting(Violation::what)
        .containsExactly("old.example.com is a name of this file, not an AWS resource");
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
