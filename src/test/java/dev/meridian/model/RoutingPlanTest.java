package dev.meridian.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutingPlanTest {
  private static final DnsName ZONE = new DnsName("example.com");

  @Test
  void aliasesOnALoopAreFoundAndThoseThatOnlyLeadFromOneToAnotherAreNot() {
    RoutingPlan plan =
        plan(
            List.of(
                alias("a", "b"),
                alias("b", "a", "bridge"),
                alias("bridge", "c"),
                alias("c", "d"),
                alias("d", "c"),
                alias("into", "a"),
                alias("own", "own"),
                alias("missing", "nothing")));

    assertThat(plan.aliasLoops())
        .extracting(RecordKey::toString)
        .containsExactlyInAnyOrder(
            "a.example.com A b",
            "b.example.com A a",
            "c.example.com A d",
            "d.example.com A c",
            "own.example.com A own");
  }

  @Test
  void aChainOfTenThousandAliasesIsNoLoop() {
    List<RecordSet> chain = new ArrayList<>();
    IntStream.range(0, 10_000).forEach(i -> chain.addAll(alias("r" + i, "r" + (i + 1))));

    assertThat(new RoutingPlan(ZONE, chain, List.of(), List.of()).aliasLoops()).isEmpty();
  }

  @Test
  void onlyAnAliasAtAnotherNameHidesItsTarget() {
    RoutingPlan plan =
        plan(List.of(alias("www", "_a", "b"), alias("_self", "_self"), alias("_asked", "b")));

    assertThat(plan.hiddenGroups())
        .extracting(RrsetKey::toString)
        .containsExactly("_a.example.com A");
  }

  @Test
  void theValuesAreThoseOfAnswersAndHealthChecks() {
    Value zone = new Value.Output("eu", "alb_zone_id");
    Value host = new Value.Output("eu", "alb_dns_name");
    RecordSet record =
        new RecordSet(
            new RecordKey(new RrsetKey(ZONE, RecordType.A), null),
            new RoutingPolicy.Simple(),
            new RecordData.ResourceAlias(host, zone, true),
            null);
    ApiHealthCheck check =
        new ApiHealthCheck(
            "HTTP",
            new ApiHealthCheck.Probe(
                Value.literal("192.0.2.1"), Value.literal("h"), null, null, null, null, null),
            ApiHealthCheck.Timing.DEFAULT,
            ApiHealthCheck.Source.NONE,
            null,
            null);

    RoutingPlan plan =
        new RoutingPlan(ZONE, List.of(record), List.of(check.toHealthCheck("eu")), List.of());

    assertThat(plan.values())
        .containsExactly(host, zone, Value.literal("192.0.2.1"), Value.literal("h"));
    assertThat(plan.values())
        .flatExtracting(value -> value.heldBy().stream().toList())
        .containsExactly("eu", "eu");
  }

  private static RoutingPlan plan(List<List<RecordSet>> groups) {
    List<RecordSet> all = groups.stream().flatMap(List::stream).toList();
    return new RoutingPlan(ZONE, all, List.of(), List.of());
  }

  /** A weighted alias for each target, with the target as its set identifier. */
  private static List<RecordSet> alias(String name, String... targets) {
    List<RecordSet> group = new ArrayList<>();
    for (String target : targets) {
      group.add(
          new RecordSet(
              new RecordKey(new RrsetKey(ZONE.child(name), RecordType.A), target),
              new RoutingPolicy.Weighted(1),
              new RecordData.RecordAlias(ZONE.child(target), true),
              null));
    }
    return group;
  }
}
