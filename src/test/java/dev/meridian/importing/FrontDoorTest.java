package dev.meridian.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FrontDoorTest {
  private static final ImportMetadata HEADING =
      new ImportMetadata("a test", "shop", "test", null, ZoneKind.PUBLIC, List.of(), Set.of());

  private static final String ENDPOINTS =
      """
      application: shop
      environment: test
      zone: {name: example.com, existing: true}
      state: {backend: local, directory: states}
      health-check: {protocol: HTTP}
      endpoints:
        a: {addresses: [203.0.113.1, "2001:db8::1"], health-check: none}
        b: {addresses: [203.0.113.2, "2001:db8::2"]}
        c: {host: c.example.net}
        d: {host: d.example.net}
      cidr-collections: {office: {home: [198.51.100.0/24]}}
      names:
      """;

  private static final List<String> POLICIES =
      List.of(
          "simple: a",
          "weighted: {a: 1, b: 2}",
          "weighted: {a: 1, nested: {weight: 2, to: {failover: {primary: b, secondary: a}}}}",
          "weighted: {c: 1, d: 1}",
          "latency: {us-east-1: a, eu-west-1: b}",
          "failover: {primary: b, secondary: a}",
          "geolocation: {DE: a, default: b}",
          "geoproximity: {us-east-1: a, eu-west-1: b}",
          "ip-based: {collection: office, locations: {home: a, default: b}}",
          "multivalue: [a, b]");

  private static RoutingPlan compile(String names) {
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.good(ENDPOINTS + names.indent(2)));
    assertThat(compiled.problems()).isEmpty();
    return HealthCheckNormalizer.of(compiled.plan());
  }

  @Test
  void theNameIsASimpleAliasToThePolicysRecords() {
    for (String policy : POLICIES) {
      RoutingPlan plan = compile("www: {" + policy + ", front-door: true}");
      DnsName name = new DnsName("www.example.com");
      DnsName hidden = new DnsName("_www-" + policy.split(":")[0] + ".example.com");
      RecordType type = policy.contains("c: 1") ? RecordType.CNAME : RecordType.A;

      assertThat(plan.groups().get(new RrsetKey(name, type)))
          .as(policy)
          .containsExactly(
              new RecordSet(
                  new RecordKey(new RrsetKey(name, type), null),
                  new RoutingPolicy.Simple(),
                  new RecordData.RecordAlias(hidden, true),
                  null));
      assertThat(plan.hiddenGroups()).contains(new RrsetKey(hidden, type));
    }
  }

  @Test
  void thePolicysRecordsAreThoseOfANameWithoutAFrontDoor() {
    for (String policy : POLICIES) {
      RoutingPlan behind = compile("www: {" + policy + ", front-door: true}");
      RoutingPlan at = compile("www: {" + policy + "}");

      assertThat(settings(behind, "_www-" + policy.split(":")[0] + ".example.com"))
          .as(policy)
          .isEqualTo(settings(at, "www.example.com"));
    }
  }

  private static List<String> settings(RoutingPlan plan, String name) {
    return plan.records().stream()
        .filter(record -> record.name().text().equals(name))
        .map(record -> record.key().identifier() + " " + record.policy() + " " + record.data())
        .collect(Collectors.toList());
  }

  @Test
  void anImportReadsTheFrontDoorBack() {
    for (String policy : POLICIES) {
      RoutingPlan plan = compile("www: {" + policy + ", front-door: true}");
      ImportResult imported = Importer.of(plan, HEADING);

      assertThat(imported.leftOut()).as(policy).isEmpty();
      assertThat(imported.text().orElseThrow()).as(policy).contains("front-door: true");
      assertThat(
              HealthCheckNormalizer.of(
                  ImporterTest.compile(imported.text().orElseThrow()).orElseThrow()))
          .as(imported.text().orElseThrow())
          .isEqualTo(plan);
    }
  }

  @Test
  void anImportReadsFrontDoorsOfOneTypeBack() {
    RoutingPlan plan =
        compile("www: {A: {latency: {us-east-1: a}, front-door: true}, AAAA: {simple: b}}");
    String text = Importer.of(plan, HEADING).text().orElseThrow();

    assertThat(text).contains("front-door: true");
    assertThat(HealthCheckNormalizer.of(ImporterTest.compile(text).orElseThrow())).isEqualTo(plan);
  }

  @Test
  void anAliasThatDoesNotEvaluateTargetHealthIsNotAFrontDoor() {
    RoutingPlan plan = compile("www: {weighted: {a: 1, b: 1}, front-door: true}");
    RoutingPlan other =
        new RoutingPlan(
            plan.zone(),
            plan.records().stream().map(FrontDoorTest::withoutTargetHealth).toList(),
            plan.healthChecks(),
            plan.cidrCollections());
    String text = Importer.of(other, HEADING).text().orElseThrow();

    assertThat(text).doesNotContain("front-door").contains("name: _www-weighted");
    assertThat(HealthCheckNormalizer.of(ImporterTest.compile(text).orElseThrow())).isEqualTo(other);
  }

  private static RecordSet withoutTargetHealth(RecordSet record) {
    return record.data() instanceof RecordData.RecordAlias alias
        ? new RecordSet(
            record.key(),
            record.policy(),
            new RecordData.RecordAlias(alias.target(), false),
            record.healthCheck())
        : record;
  }
}
