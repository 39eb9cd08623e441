package dev.meridian.importing;

import static dev.meridian.importing.Sets.alias;
import static dev.meridian.importing.Sets.plan;
import static dev.meridian.importing.Sets.simple;
import static dev.meridian.importing.Sets.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.Destination;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One part that cannot be declared costs that part alone. */
class LeftOutTest {
  private static final RecordSet WWW = simple("www", RecordType.A, "192.0.2.1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api",
        "failover.api",
        "a.b.c.d",
        "*.shop",
        "www.www",
        "\"quoted\".api",
        "[0].api",
        "a\\040b.api",
        "true",
        "1.2",
        "@"
      })
  void aSetIdentifierThatNoFileCanHaveCostsItsOwnNameAlone(String label) {
    RoutingPolicy weighted = new RoutingPolicy.Weighted(1);
    RecordSet half = values(label, RecordType.A, "p\u0007", weighted, null, "192.0.2.2");
    List<RecordSet> records = new ArrayList<>(List.of(half, WWW));
    // Names that a path without quotes would mix up with it.
    List.of("failover", "b.c.d", "shop", "quoted.api")
        .forEach(other -> records.add(simple(other, RecordType.A, "192.0.2.1")));

    ImportResult imported = Importer.of(plan(records), metadata(ZoneKind.PUBLIC));

    assertThat(imported.leftOut())
        .containsExactly(half.name() + ": contains the character U+0007, which is not allowed");
    assertThat(compiled(imported).records()).hasSize(5).doesNotContain(half);
  }

  @Test
  void aCollectionWithoutLocationsCostsTheNamesThatUseItHoweverDeep() {
    RoutingPolicy any = new RoutingPolicy.IpBased("empty", RoutingPolicy.IpBased.DEFAULT);
    CidrCollection empty = new CidrCollection("empty", Map.of());
    RoutingPlan plan =
        plan(
            List.of(
                WWW,
                alias("deep", null, new RoutingPolicy.Simple(), "_deep"),
                values("_deep", RecordType.A, "x", any, null, "192.0.2.3"),
                values("net", RecordType.A, "x", any, null, "192.0.2.3")),
            List.of(empty));

    ImportResult imported = Importer.of(plan, metadata(ZoneKind.PUBLIC));

    assertThat(imported.leftOut())
        .containsExactly(
            "_deep.example.com: its CIDR collection empty is left out",
            "deep.example.com: the target of its alias, _deep.example.com, is left out",
            "net.example.com: its CIDR collection empty is left out",
            "CIDR collection empty: the collection has no locations");
    assertThat(compiled(imported).records()).containsExactly(WWW);
  }

  @Test
  void valuesThatAreKnownOnlyAfterApplyCostTheirRecordSetAlone() {
    RecordSet known = simple("dev", RecordType.NS, "ns.example.net");
    RecordData unknown =
        new RecordData.Values(60, List.of(Value.Reference.to("aws_route53_zone.dev.name_servers")));
    RecordSet delegation = new RecordSet(known.key(), known.policy(), unknown, null);

    ImportResult imported = Importer.of(plan(List.of(WWW, delegation)), metadata(ZoneKind.PUBLIC));

    assertThat(imported.leftOut())
        .containsExactly(
            "dev.example.com NS: aws_route53_zone.dev.name_servers is known only after apply;"
                + " import the state after apply instead");
    assertThat(compiled(imported).records()).containsExactly(WWW);
  }

  @Test
  void aHealthCheckOfWhatIsKnownOnlyAfterApplySaysSo() {
    Value host = Value.Reference.to("aws_lb.main[\"eu\"].dns_name");
    HealthCheck check = Sets.check("probe", new Destination(null, host), Protocol.TCP, 443, null);
    RecordSet checked =
        values("api", RecordType.A, null, new RoutingPolicy.Simple(), "probe", "192.0.2.9");

    ImportResult imported =
        Importer.of(plan(List.of(WWW, checked), check), metadata(ZoneKind.PUBLIC));

    assertThat(imported.leftOut())
        .containsExactly(
            "api.example.com: the health check probe is not known",
            "health check probe: aws_lb.main[\"eu\"].dns_name is known only after apply; import"
                + " the state after apply instead");
    assertThat(compiled(imported).records()).containsExactly(WWW);
  }

  @Test
  void theSecondRecordSetForOneRegionLocationOrRoleIsLeftOut() {
    RoutingPlan plan =
        plan(
            List.of(
                values(
                    "l",
                    RecordType.A,
                    "a",
                    new RoutingPolicy.Latency("eu-west-1"),
                    null,
                    "192.0.2.1"),
                values(
                    "l",
                    RecordType.A,
                    "b",
                    new RoutingPolicy.Latency("eu-west-1"),
                    null,
                    "192.0.2.2"),
                values("g", RecordType.A, "a", geolocation("EU"), null, "192.0.2.1"),
                values("g", RecordType.A, "b", geolocation("NA"), null, "192.0.2.2"),
                values("g", RecordType.A, "c", geolocation("EU"), null, "192.0.2.3"),
                values("w", RecordType.A, "a", new RoutingPolicy.Weighted(1), null, "192.0.2.1"),
                values("w", RecordType.A, "b", new RoutingPolicy.Weighted(1), null, "192.0.2.2")));

    UniqueRecords unique = UniqueRecords.of(plan);

    assertThat(unique.plan().records())
        .extracting(record -> record.key().toString())
        .containsExactly(
            "g.example.com A a",
            "g.example.com A b",
            "l.example.com A a",
            "w.example.com A a",
            "w.example.com A b");
    assertThat(unique.leftOut())
        .hasSize(2)
        .anySatisfy(
            line ->
                assertThat(line).startsWith("g.example.com A c: ").contains("g.example.com A a"))
        .anySatisfy(
            line ->
                assertThat(line).startsWith("l.example.com A b: ").contains("l.example.com A a"));
  }

  @Test
  void aliasesOfAnyDepthComeBackAsTheyWere() {
    List<RecordSet> records = new ArrayList<>(List.of(WWW));
    RoutingPolicy weighted = new RoutingPolicy.Weighted(1);
    for (int i = 0; i < 60; i++) {
      String label = i == 0 ? "deep" : deep(i);
      records.add(alias(label, "x", weighted, deep(i + 1)));
    }
    records.add(values(deep(60), RecordType.A, "x", weighted, null, "192.0.2.2"));
    RoutingPlan plan = plan(records);

    ImportResult imported = Importer.of(plan, metadata(ZoneKind.PUBLIC));

    assertThat(imported.leftOut()).isEmpty();
    assertThat(compiled(imported)).isEqualTo(plan);
  }

  /** The name that Meridian would generate; from a certain depth, it would contain a hash. */
  private static String deep(int depth) {
    return depth < 20 ? "_deep" + "-x".repeat(depth) + "-weighted" : "_deep" + depth;
  }

  @Test
  void aliasesInACircleAreLeftOutAndTheRestStays() {
    RoutingPolicy simple = new RoutingPolicy.Simple();
    RoutingPlan plan =
        plan(List.of(WWW, alias("a", null, simple, "b"), alias("b", null, simple, "a")));

    ImportResult imported = Importer.of(plan, metadata(ZoneKind.PUBLIC));

    assertThat(imported.leftOut())
        .containsExactlyInAnyOrder(
            "a.example.com: the aliases of b form a loop",
            "b.example.com: the aliases of a form a loop");
    assertThat(compiled(imported).records()).containsExactly(WWW);
  }

  @Test
  void groupsThatSeveralAliasesShareAreNotRepeated() {
    List<RecordSet> records = new ArrayList<>(List.of(WWW));
    RoutingPolicy weighted = new RoutingPolicy.Weighted(1);
    for (int i = 0; i < 20; i++) {
      String label = i == 0 ? "many" : "_many" + i;
      records.add(alias(label, "x", weighted, "_many" + (i + 1)));
      records.add(alias(label, "y", weighted, "_many" + (i + 1)));
    }
    records.add(values("_many20", RecordType.A, "x", weighted, null, "192.0.2.2"));

    RoutingPlan plan = plan(records);

    ImportResult imported = Importer.of(plan, metadata(ZoneKind.PUBLIC));

    assertThat(imported.leftOut()).isEmpty();
    assertThat(compiled(imported)).isEqualTo(plan);
  }

  /** Each of these is a reason of its own, which only reading and compiling the file can find. */
  @Test
  void namesWithDifferentProblemsAreLeftOutTogether() {
    List<RecordSet> records = new ArrayList<>(List.of(WWW));
    for (int i = 0; i < 1_000; i++) {
      String target = i % 2 == 0 ? "bad_host_" + i + ".example.net" : "x".repeat(64) + i + ".test";
      records.add(
          values("bad" + i, RecordType.CNAME, null, new RoutingPolicy.Simple(), null, target));
    }
    List<String> rounds = new ArrayList<>();

    ImportResult imported = Importer.of(plan(records), metadata(ZoneKind.PUBLIC), rounds::add);

    assertThat(imported.leftOut()).hasSize(500);
    assertThat(rounds)
        .as("the second round repeats their record sets one by one")
        .containsExactly(
            "writing and checking 1001 names",
            "writing and checking 1001 names",
            "writing and checking 501 names");
  }

  @Test
  void whatSpoilsTheWholeFileIsNamedInPlaceOfAFile() {
    ImportMetadata metadata =
        new ImportMetadata(
            "a test", "NO APPLICATION", "test", null, ZoneKind.PUBLIC, List.of(), Set.of());

    ImportResult imported = Importer.of(plan(List.of(WWW)), metadata);

    assertThat(imported.text()).isEmpty();
    assertThat(imported.leftOut())
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("application: \"NO APPLICATION\""));
  }

  @Test
  void aPrivateZoneIsNeverOneThatTheStacksCreate() {
    ImportResult known = Importer.of(plan(List.of(WWW)), metadata(ZoneKind.PRIVATE));
    ImportResult open = Importer.of(plan(List.of(WWW)), metadata(ZoneKind.PUBLIC));

    assertThat(known.text().orElseThrow())
        .contains("zone: {name: example.com, existing: true, private: true}\n");
    assertThat(open.text().orElseThrow()).contains("zone: example.com\n");
  }

  private static RoutingPlan compiled(ImportResult imported) {
    return ImporterTest.compile(imported.text().orElseThrow()).orElseThrow();
  }

  private static RoutingPolicy geolocation(String continent) {
    return new RoutingPolicy.Geolocation(new GeoLocation.Continent(continent));
  }

  private static ImportMetadata metadata(ZoneKind kind) {
    return new ImportMetadata("a test", "shop", "test", null, kind, List.of(), Set.of());
  }
}
