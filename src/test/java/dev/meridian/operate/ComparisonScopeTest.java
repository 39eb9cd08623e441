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

  private static List<String> findings(Deployment deployment, LiveZone live) {
    RoutingPlan declared = Compiler.compile(deployment).plan();
    LiveZone named = DeclaredCidrCollections.of(deployment).in(live);
    ComparisonScope part = ComparisonScope.of(deployment.zone(), declared, named);
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
        unread);
  }

  private static RecordSet atAws(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.IpBased policy
        ? new RecordSet(
            record.key(),
            new RoutingPolicy.IpBased("shop-test-carriers", policy.location()),
            record.answer(),
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
