package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.LiveZone;
import dev.meridian.aws.UnsupportedRecord;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
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
import dev.meridian.model.ZoneKind;
import dev.meridian.testing.ReadDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What of a zone is ours, and what is somebody else's. */
class ComparisonScopeTest {
  private static final String DECLARED =
      """
      application: shop
      environment: test
      zone: {name: example.com, existing: true}
      endpoints:
        berlin: {addresses: [203.0.113.20], health-check: {protocol: TCP, port: 443}}
        paris: {addresses: [203.0.113.21], health-check: none}
      cidr-collections:
        carriers: {north: [198.51.100.0/24]}
      names:
        api: {weighted: {berlin: 50, paris: 50}}
        net: {ip-based: {collection: carriers, locations: {north: berlin, default: paris}}}
      """;
  private static final String REGIONAL =
      """
      application: shop
      environment: test
      zone: {name: example.com, existing: true}
      regions: [eu-west-1]
      site: {static-addresses: true}
      names:
        api: {weighted: {eu-west-1: 7}}
        many: {multivalue: [eu-west-1]}
      """;
  private static final RecordKey FOREIGN =
      new RecordKey(new RrsetKey(new DnsName("other.example.com"), RecordType.A), "x");
  private static final RecordKey OURS =
      new RecordKey(new RrsetKey(new DnsName("api.example.com"), RecordType.A), "berlin");

  private final Deployment adopted = ReadDeclaration.good(DECLARED);
  private final Deployment own = ReadDeclaration.good(DECLARED.replace(", existing: true", ""));

  @Test
  void whatMeridianMadeOfItIsAsDeclared() {
    assertThat(findings(adopted, live(List.of(), List.of()))).isEmpty();
  }

  @Test
  void inAnAdoptedZoneForeignRecordsChecksAndFormsAreNoFindings() {
    LiveZone live =
        live(
            List.of(foreign()),
            List.of(
                new UnsupportedRecord(
                    UnsupportedRecord.Kind.RECORD, "other.example.com. A y", "odd", FOREIGN),
                new UnsupportedRecord(UnsupportedRecord.Kind.HEALTH_CHECK, "theirs", "odd", null),
                new UnsupportedRecord(
                    UnsupportedRecord.Kind.RECORD, "other.example.com. NAPTRX", "odd", null)));

    assertThat(findings(adopted, live)).isEmpty();
  }

  @Test
  void inAZoneOfOursTheyAre() {
    LiveZone live =
        live(
            List.of(foreign()),
            List.of(
                new UnsupportedRecord(
                    UnsupportedRecord.Kind.RECORD, "b.example.com. A", "odd", null)));

    assertThat(findings(own, live))
        .containsExactly(
            "health check theirs: presence is present, expected absent",
            "record other.example.com A x: presence is present, expected absent",
            "unread b.example.com. A");
  }

  @Test
  void aRecordOfOursThatCannotBeReadIsNoMissingOneToo() {
    LiveZone whole = live(List.of(), List.of());
    RoutingPlan plan = whole.plan();
    LiveZone live =
        whole.with(
            new RoutingPlan(
                plan.zone(),
                plan.records().stream().filter(r -> !r.key().equals(OURS)).toList(),
                plan.healthChecks(),
                plan.cidrCollections()),
            List.of(
                new UnsupportedRecord(
                    UnsupportedRecord.Kind.RECORD, "api.example.com. A berlin", "odd", OURS)));

    assertThat(findings(adopted, live)).containsExactly("unread api.example.com. A berlin");
  }

  @Test
  void theValuesOfAnotherTeamsStateAreOutsideOfTheComparison() {
    Deployment foreign =
        ReadDeclaration.good(
            """
            application: shop
            environment: test
            zone: {name: example.com, existing: true}
            regions: [eu-west-1]
            endpoints:
              a: {state: {backend: local, path: ../other.tfstate}, outputs: {host: name}}
            names: {www: {simple: a}, api: {simple: eu-west-1}}
            """);
    RoutingPlan declared = Compiler.compile(foreign).plan();
    RoutingPlan nothing = new RoutingPlan(declared.zone(), List.of(), List.of(), List.of());

    ComparisonScope scope = ComparisonScope.of(foreign, declared, zone(nothing));

    assertThat(scope.outside())
        .containsExactly(
            "the values of record www.example.com CNAME are an output of another state",
            "health check a reads an output of another state");
    assertThat(scope.leftOut())
        .containsExactly(
            "the values of record api.example.com A are an output that is not known",
            "health check eu-west-1 reads an output that is not known");
  }

  @Test
  void ofARecordWithAnUnknownOutputAllButTheValuesIsCompared() {
    Deployment regional = ReadDeclaration.good(REGIONAL);
    RoutingPlan declared = Compiler.compile(regional).plan();
    RoutingPlan found =
        new RoutingPlan(
            declared.zone(),
            declared.records().stream().map(ComparisonScopeTest::known).toList(),
            List.of(),
            List.of());

    ComparisonScope scope = ComparisonScope.of(regional, declared, zone(found));

    assertThat(scope.leftOut())
        .containsExactly(
            "the values of record api.example.com A eu-west-1 are an output that is not known",
            "the values of record many.example.com A eu-west-1-1 are an output that is not known",
            "the values of record many.example.com A eu-west-1-2 are an output that is not known",
            "health check eu-west-1 reads an output that is not known");
    assertThat(PlanComparison.compare(scope.declared(), scope.found()))
        .extracting(Difference::toString)
        .containsExactly(
            "record api.example.com A eu-west-1: evaluate target health is false, expected true",
            "record api.example.com A eu-west-1: weight is 5, expected 7",
            "record many.example.com A eu-west-1-1: ttl is 5, expected 60",
            "record many.example.com A eu-west-1-2: ttl is 5, expected 60");
  }

  @Test
  void aRecordWithAnUnknownOutputIsMissingIfItIsNotThere() {
    Deployment regional = ReadDeclaration.good(REGIONAL);
    RoutingPlan declared = Compiler.compile(regional).plan();
    RoutingPlan nothing = new RoutingPlan(declared.zone(), List.of(), List.of(), List.of());

    ComparisonScope scope = ComparisonScope.of(regional, declared, zone(nothing));

    assertThat(PlanComparison.compare(scope.declared(), scope.found()))
        .extracting(Difference::toString)
        .contains(
            "record api.example.com A eu-west-1: presence is absent, expected present",
            "record many.example.com A eu-west-1-1: presence is absent, expected present");
  }

  @Test
  void aHealthCheckThatCannotBeReadIsOneFindingIfItIsDeclaredOrInUse() {
    LiveZone whole = live(List.of(), List.of());
    RoutingPlan plan = whole.plan();
    RoutingPlan without =
        new RoutingPlan(
            plan.zone(),
            plan.records(),
            plan.healthChecks().stream().filter(c -> !c.id().equals("berlin")).toList(),
            plan.cidrCollections());
    UnsupportedRecord ours =
        new UnsupportedRecord(UnsupportedRecord.Kind.HEALTH_CHECK, "berlin", "odd", null);
    UnsupportedRecord theirs =
        new UnsupportedRecord(UnsupportedRecord.Kind.HEALTH_CHECK, "theirs", "odd", null);

    assertThat(findings(adopted, whole.with(without, List.of(ours, theirs))))
        .containsExactly("unread berlin");
  }

  @Test
  void aCidrCollectionThatCannotBeReadIsAFindingIfARecordUsesIt() {
    LiveZone whole = live(List.of(), List.of());
    UnsupportedRecord used =
        new UnsupportedRecord(
            UnsupportedRecord.Kind.CIDR_COLLECTION, "shop-test-carriers", "odd", null);
    UnsupportedRecord other =
        new UnsupportedRecord(UnsupportedRecord.Kind.CIDR_COLLECTION, "other", "odd", null);

    assertThat(findings(adopted, whole.with(whole.plan(), List.of(used, other))))
        .containsExactly("unread carriers");
  }

  @Test
  void theChildrenOfAHealthCheckInUseAreOursToo() {
    Deployment calculated =
        ReadDeclaration.good(
            DECLARED.replace(
                "names:\n",
                """
                health-checks: {most: {calculated: {of: [berlin], threshold: 1}}}
                names:
                  top: {weighted: {berlin: {weight: 1, health-check: most}}}
                """));
    RoutingPlan declared = Compiler.compile(calculated).plan();
    RoutingPlan found =
        new RoutingPlan(
            declared.zone(),
            declared.records().stream()
                .map(ComparisonScopeTest::atAws)
                .filter(r -> !r.healthCheckId().equals(Optional.of("berlin")))
                .toList(),
            declared.healthChecks(),
            List.of());

    ComparisonScope scope = ComparisonScope.of(calculated, declared, zone(found));

    assertThat(scope.found().healthChecks())
        .extracting(HealthCheck::id)
        .containsExactly("berlin", "most");
  }

  /** A record as AWS has it, with other values in every field. */
  private static RecordSet known(RecordSet record) {
    RecordData answer =
        record.data() instanceof RecordData.Values
            ? new RecordData.Values(5, List.of(Value.literal("192.0.2.7")))
            : new RecordData.ResourceAlias(Value.literal("lb"), Value.literal("Z2"), false);
    RoutingPolicy policy =
        record.policy() instanceof RoutingPolicy.Weighted
            ? new RoutingPolicy.Weighted(5)
            : record.policy();
    return new RecordSet(record.key(), policy, answer, record.healthCheck());
  }

  private static LiveZone zone(RoutingPlan plan) {
    return new LiveZone(
        "Z1",
        plan.zone(),
        ZoneKind.PUBLIC,
        plan,
        new TreeMap<>(),
        new TreeSet<>(),
        List.of(),
        List.of());
  }

  private static List<String> findings(Deployment deployment, LiveZone live) {
    RoutingPlan declared = Compiler.compile(deployment).plan();
    LiveZone named = DeclaredCidrCollections.of(deployment).in(live);
    ComparisonScope part = ComparisonScope.of(deployment, declared, named);
    List<String> findings = new ArrayList<>();
    PlanComparison.compare(part.declared(), part.found()).stream()
        .map(Difference::toString)
        .forEach(findings::add);
    part.unread().forEach(one -> findings.add("unread " + one.name()));
    return findings;
  }

  private static RecordSet foreign() {
    return new RecordSet(
        FOREIGN,
        new RoutingPolicy.Weighted(1),
        new RecordData.Values(60, List.of(Value.literal("192.0.2.1"))),
        "theirs");
  }

  /** The declared plan as AWS has it, beside {@code more}. */
  private LiveZone live(List<RecordSet> more, List<UnsupportedRecord> unread) {
    RoutingPlan plan = Compiler.compile(adopted).plan();
    List<RecordSet> records = new ArrayList<>(more);
    plan.records().forEach(record -> records.add(atAws(record)));
    List<HealthCheck> checks = new ArrayList<>(plan.healthChecks());
    if (!more.isEmpty()) {
      checks.add(theirs());
    }
    RoutingPlan found =
        new RoutingPlan(
            plan.zone(),
            records,
            checks,
            List.of(
                new CidrCollection(
                    "shop-test-carriers",
                    Map.of("north", List.of(new CidrBlock("198.51.100.0/24"))))));
    return new LiveZone(
        "Z1",
        plan.zone(),
        ZoneKind.PUBLIC,
        found,
        new TreeMap<>(),
        new TreeSet<>(plan.healthChecksById().keySet()),
        unread,
        List.of());
  }

  private static RecordSet atAws(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.IpBased policy
        ? new RecordSet(
            record.key(),
            new RoutingPolicy.IpBased("shop-test-carriers", policy.location()),
            record.data(),
            record.healthCheck())
        : record;
  }

  private static HealthCheck theirs() {
    return new HealthCheck(
        "theirs",
        new HealthCheckConfig.Endpoint(
            HealthCheckConfig.Protocol.TCP,
            new Destination(Value.literal("192.0.2.9"), null),
            80,
            null,
            null,
            new Probing(30, 3, Set.of(), false),
            false),
        false,
        false);
  }
}
