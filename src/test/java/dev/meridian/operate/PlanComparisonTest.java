package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanComparisonTest {
  private static final DnsName ZONE = new DnsName("example.com");

  @Test
  void orderAndSpellingDoNotDiffer() {
    assertThat(
            PlanComparison.compare(
                plan(values("v6", RecordType.AAAA, "2001:DB8:0::1", "2001:db8::2")),
                plan(values("v6", RecordType.AAAA, "2001:db8::2", "2001:db8::1"))))
        .isEmpty();
    assertThat(
            PlanComparison.compare(
                plan(values("c", RecordType.CNAME, "Target.example.org.")),
                plan(values("c", RecordType.CNAME, "target.example.org"))))
        .isEmpty();
  }

  @Test
  void everyFieldThatDiffersIsNamedWithItsRecord() {
    RecordSet declared =
        weighted(50, new RecordData.RecordAlias(new DnsName("a.example.com"), true));
    RecordSet found = weighted(51, new RecordData.RecordAlias(new DnsName("b.example.com"), false));

    assertThat(PlanComparison.compare(plan(declared), plan(found)))
        .extracting(Difference::toString)
        .containsExactly(
            "record api.example.com A us: alias to record is b.example.com, expected a.example.com",
            "record api.example.com A us: evaluate target health is false, expected true",
            "record api.example.com A us: weight is 51, expected 50");
  }

  @Test
  void missingAndExtraRecordsAreNamedAndTheZonesOwnAreNot() {
    RecordSet own =
        new RecordSet(
            new RecordKey(new RrsetKey(ZONE, RecordType.NS), null),
            new RoutingPolicy.Simple(),
            new RecordData.Values(172_800, List.of(Value.literal("ns-1.awsdns-00.com"))),
            null);

    assertThat(
            PlanComparison.compare(
                plan(values("a", RecordType.A, "203.0.113.1")),
                plan(own, values("b", RecordType.A, "203.0.113.1"))))
        .extracting(Difference::toString)
        .containsExactly(
            "record a.example.com A: presence is absent, expected present",
            "record b.example.com A: presence is present, expected absent");
  }

  private static RoutingPlan plan(RecordSet... records) {
    return new RoutingPlan(ZONE, List.of(records), List.of(), List.of());
  }

  private static RecordSet weighted(int weight, RecordData answer) {
    RrsetKey group = new RrsetKey(ZONE.child("api"), RecordType.A);
    return new RecordSet(
        new RecordKey(group, "us"), new RoutingPolicy.Weighted(weight), answer, null);
  }

  private static RecordSet values(String name, RecordType type, String... values) {
    return new RecordSet(
        new RecordKey(new RrsetKey(ZONE.child(name), type), null),
        new RoutingPolicy.Simple(),
        new RecordData.Values(60, Arrays.stream(values).map(Value::literal).toList()),
        null);
  }
}
