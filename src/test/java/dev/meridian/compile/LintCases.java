package dev.meridian.compile;

import static dev.meridian.compile.DeclaredPlans.NONE;
import static dev.meridian.compile.DeclaredPlans.branch;
import static dev.meridian.compile.DeclaredPlans.checked;
import static dev.meridian.compile.DeclaredPlans.failover;
import static dev.meridian.compile.DeclaredPlans.in;
import static dev.meridian.compile.DeclaredPlans.latency;
import static dev.meridian.compile.DeclaredPlans.multivalue;
import static dev.meridian.compile.DeclaredPlans.named;
import static dev.meridian.compile.DeclaredPlans.near;
import static dev.meridian.compile.DeclaredPlans.probe;
import static dev.meridian.compile.DeclaredPlans.simple;
import static dev.meridian.compile.DeclaredPlans.site;
import static dev.meridian.compile.DeclaredPlans.targetHealth;
import static dev.meridian.compile.DeclaredPlans.to;
import static dev.meridian.compile.DeclaredPlans.tree;
import static dev.meridian.compile.DeclaredPlans.weight;
import static dev.meridian.compile.DeclaredPlans.weighted;

import dev.meridian.declaration.AcceleratorDeclaration.EndpointGroup;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.declaration.HealthCheckDeclaration.Kind.Probe;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.LintId;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.declaration.Site;
import dev.meridian.model.CheckerRegion;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.Probing;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** For each lint warning a deployment that raises it, and a like one that does not. */
final class LintCases {
  private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1";

  /** A deployment with the fault, and without. */
  record Case(DeclaredPlans raises, DeclaredPlans quiet) {}

  private LintCases() {}

  /** All that a deployment can raise; {@link LintId#HEALTH_CHECK_MISSING} it cannot. */
  static Map<LintId, Case> all() {
    Map<LintId, Case> cases = new EnumMap<>(LintId.class);
    answers(cases);
    health(cases);
    weights(cases);
    structure(cases);
    checks(cases);
    records(cases);
    accelerators(cases);
    return cases;
  }

  private static void answers(Map<LintId, Case> cases) {
    cases.put(LintId.GEOLOCATION_WITHOUT_DEFAULT, new Case(geo("NA"), geo("default")));
    cases.put(LintId.IP_BASED_WITHOUT_DEFAULT, new Case(network("home"), network("*")));
    cases.put(LintId.AZ_AFFINITY_WITHOUT_GLOBAL, new Case(zones("aws"), zones("global")));
    cases.put(LintId.PRIVATE_ADDRESS, new Case(server("10.0.0.1"), server("203.0.113.1")));
    cases.put(LintId.MULTIVALUE_ABOVE_EIGHT, new Case(servers(9), servers(8)));
    cases.put(LintId.NEGATIVE_BIAS, new Case(bias(-1), bias(1)));
    cases.put(LintId.CIDR_OVERLAP, new Case(blocks("198.51.100.0/24"), blocks("203.0.113.0/24")));
  }

  private static void health(Map<LintId, Case> cases) {
    cases.put(LintId.EVALUATE_TARGET_HEALTH_OFF, new Case(evaluating(false), evaluating(true)));
    cases.put(LintId.TTL_WITH_HEALTH_CHECK, new Case(lasting(61), lasting(60)));
    cases.put(
        LintId.FAILOVER_PRIMARY_UNCHECKED,
        new Case(
            unchecked().name("a", failover(to("x"), to("eu-west-1"))),
            unchecked().name("a", failover(to("eu-west-1"), to("x")))));
    cases.put(
        LintId.BRANCH_UNCHECKED,
        new Case(
            unchecked().name("a", weighted(weight("x", 1), weight("eu-west-1", 1))),
            unchecked().name("a", weighted(weight("x", 0), weight("eu-west-1", 1)))));
    cases.put(LintId.HEALTH_CHECK_NAMES_OWN_RECORD, new Case(probing("a"), probing("origin")));
    cases.put(LintId.HTTP_CHECK_BEHIND_REDIRECT, new Case(certified(CERTIFICATE), certified(null)));
  }

  private static void accelerators(Map<LintId, Case> cases) {
    cases.put(
        LintId.ACCELERATOR_DIALS_ALL_ZERO,
        new Case(
            accelerated(DeclaredPlans.COMMON, 0, 128), accelerated(DeclaredPlans.COMMON, 1, 128)));
    cases.put(
        LintId.ACCELERATOR_WEIGHT_ZERO,
        new Case(
            accelerated(DeclaredPlans.COMMON, 100, 0), accelerated(DeclaredPlans.COMMON, 100, 1)));
    cases.put(
        LintId.ACCELERATOR_CHECK_PORT,
        new Case(
            accelerated(DeclaredPlans.inline(Protocol.HTTPS, "/health", null), 100, 128),
            accelerated(DeclaredPlans.COMMON, 100, 128)));
  }

  private static DeclaredPlans accelerated(HealthCheckReference check, int dial, int weight) {
    return DeclaredPlans.zone("example.com")
        .regions("us-east-1", "eu-west-1")
        .accelerator(
            "global",
            check,
            new EndpointGroup("us-east-1", dial, weight, true),
            new EndpointGroup("eu-west-1", 0, 128, true))
        .name("a", failover(to("global"), to("us-east-1")));
  }

  private static void weights(Map<LintId, Case> cases) {
    cases.put(LintId.WEIGHTS_ALL_ZERO, new Case(shares(0, 0), shares(0, 1)));
    cases.put(LintId.WEIGHT_ZERO_IS_STANDBY, new Case(shares(0, 1), shares(1, 1)));
  }

  private static void structure(Map<LintId, Case> cases) {
    cases.put(LintId.NESTING_DEEP, new Case(nested(4), nested(3)));
    cases.put(LintId.IPV6_ASYMMETRY, new Case(dual(false), dual(true)));
    cases.put(LintId.ACCOUNT_QUOTA, new Case(manyChecks(201), manyChecks(200)));
    cases.put(LintId.NETWORK_BLOCK_ASSIGNED, new Case(network(true), network(false)));
    cases.put(LintId.REGION_PINNED, new Case(pinnable().pinned("eu-west-1"), pinnable()));
  }

  private static void checks(Map<LintId, Case> cases) {
    cases.put(LintId.FEW_CHECKER_REGIONS, new Case(checkers(5), checkers(6)));
    cases.put(LintId.HEALTH_CHECK_UNUSED, new Case(template(NONE), template(named("ready"))));
    cases.put(LintId.CALCULATED_THRESHOLD, new Case(counting(2), counting(1)));
    cases.put(LintId.SWITCH_ALWAYS_REFUSED, new Case(switched(2), switched(1)));
    cases.put(LintId.SWITCH_NOT_FOLLOWED, new Case(switchedName(true), switchedName(false)));
    cases.put(LintId.CNAME_LOOP, new Case(alias("b.example.com"), alias("c.example.com")));
    cases.put(LintId.SEVERAL_VALUES_ONE_CHECK, new Case(values(2), values(1)));
  }

  private static void records(Map<LintId, Case> cases) {
    cases.put(LintId.BELOW_DELEGATION, new Case(delegating("a.k8s"), delegating("k8s2")));
    cases.put(LintId.INCOMPLETE_HOST, new Case(mail("mail"), mail("mail.")));
    cases.put(LintId.MISPLACED_RECORD, new Case(service("sip"), service("_sip._tcp")));
  }

  private static DeclaredPlans switched(int atLeast) {
    return zone()
        .regions("us-east-1", "eu-west-1")
        .switches(atLeast)
        .name("a", failover(to("us-east-1"), to("eu-west-1")));
  }

  private static DeclaredPlans switchedName(boolean simple) {
    return zone()
        .regions("us-east-1", "eu-west-1")
        .switches(1)
        .name("a", simple ? simple("us-east-1") : failover(to("us-east-1"), to("eu-west-1")));
  }

  private static DeclaredPlans delegating(String other) {
    return zone()
        .record("k8s", RecordType.NS, "ns.k8s.example.com")
        .record(other, RecordType.TXT, "\"text\"");
  }

  private static DeclaredPlans mail(String host) {
    return zone().record("@", RecordType.MX, "10 " + host);
  }

  private static DeclaredPlans service(String label) {
    return zone().record(label, RecordType.SRV, "10 5 5060 sip.example.net");
  }

  private static DeclaredPlans network(boolean assigned) {
    Site usual = site(false, false, null);
    Site own =
        new Site(
            new Site.Network.Created("10.16.0.0/16", 2, assigned),
            usual.servers(),
            usual.targetCheck(),
            null,
            false,
            false);
    return DeclaredPlans.zone("example.com")
        .region("eu-west-1", own, DeclaredPlans.COMMON)
        .name("a", simple("eu-west-1"));
  }

  private static DeclaredPlans pinnable() {
    return zone().name("a", simple("eu-west-1"));
  }

  private static DeclaredPlans zone() {
    return DeclaredPlans.zone("example.com").regions("eu-west-1");
  }

  private static DeclaredPlans geo(String place) {
    GeoLocation location =
        place.equals("default") ? new GeoLocation.Default() : new GeoLocation.Continent(place);
    return zone().name("a", tree(PolicyKind.GEOLOCATION, in(place, location, to("eu-west-1"))));
  }

  private static DeclaredPlans network(String location) {
    return zone()
        .collection("c", Map.of("home", List.of("192.0.2.0/24")))
        .name("a", tree(PolicyKind.IP_BASED, DeclaredPlans.from("c", location, to("eu-west-1"))));
  }

  private static DeclaredPlans zones(String location) {
    return zone()
        .privateZone()
        .name("a", tree(PolicyKind.AZ_AFFINITY, DeclaredPlans.in(location, to("eu-west-1"))));
  }

  private static DeclaredPlans blocks(String other) {
    return zone()
        .collection("c", Map.of("a", List.of("198.51.0.0/16"), "b", List.of(other)))
        .name("a", simple("eu-west-1"));
  }

  private static DeclaredPlans server(String address) {
    return zone()
        .endpoint("x", new Location.Addresses(List.of(address), List.of()), NONE)
        .name("a", simple("x"));
  }

  private static DeclaredPlans servers(int count) {
    String[] addresses =
        IntStream.rangeClosed(1, count).mapToObj(i -> "203.0.113." + i).toArray(String[]::new);
    return zone().addresses("x", addresses).name("a", multivalue("x"));
  }

  private static DeclaredPlans bias(int bias) {
    RoutingPolicy policy =
        new RoutingPolicy.Geoproximity(new GeoproximityLocation.InRegion("eu-west-1"), bias);
    return zone().name("a", tree(PolicyKind.GEOPROXIMITY, branch("x", policy, to("eu-west-1"))));
  }

  private static DeclaredPlans evaluating(boolean health) {
    return zone().name("a", weighted(targetHealth(weight("eu-west-1", 1), health)));
  }

  private static DeclaredPlans lasting(long ttl) {
    return zone().ttl(ttl).addresses("x", "203.0.113.1").name("a", weighted(weight("x", 1)));
  }

  /** An endpoint x without a check. */
  private static DeclaredPlans unchecked() {
    return zone().endpoint("x", new Location.Addresses(List.of("203.0.113.1"), List.of()), NONE);
  }

  private static DeclaredPlans probing(String label) {
    return zone()
        .check("home", probe(Protocol.HTTP, "/", label + ".example.com", null))
        .name("a", weighted(checked(weight("eu-west-1", 1), named("home"))));
  }

  private static DeclaredPlans certified(String certificate) {
    return DeclaredPlans.zone("example.com")
        .region("eu-west-1", site(true, false, certificate), DeclaredPlans.COMMON)
        .name("a", weighted(weight("eu-west-1", 1)));
  }

  private static DeclaredPlans shares(int one, int other) {
    return zone()
        .regions("us-east-1")
        .name("a", weighted(weight("eu-west-1", one), weight("us-east-1", other)));
  }

  private static DeclaredPlans nested(int levels) {
    Target target = to("eu-west-1");
    PolicyTree tree = latency(near("eu-west-1", target));
    for (int level = 1; level < levels; level++) {
      tree = latency(near("eu-west-1", to(tree)));
    }
    return zone().name("a", tree);
  }

  private static DeclaredPlans dual(boolean both) {
    return zone()
        .region("us-east-1", site(true, true, null), NONE)
        .region("eu-west-1", site(true, both, null), NONE)
        .name("a", weighted(weight("eu-west-1", 1), weight("us-east-1", 1)));
  }

  private static DeclaredPlans manyChecks(int count) {
    DeclaredPlans declared = DeclaredPlans.zone("example.com").host("x", "x.example.org");
    IntStream.range(0, count)
        .forEach(i -> declared.check("c" + i, probe(Protocol.HTTP, "/" + i, "example.org", null)));
    return declared.name("a", simple("x")).endpoint("x", new Location.Host("example.org"), NONE);
  }

  private static DeclaredPlans checkers(int regions) {
    Set<CheckerRegion> some = EnumSet.noneOf(CheckerRegion.class);
    some.addAll(List.of(CheckerRegion.values()).subList(0, regions));
    Probing probing = new Probing(30, 3, some, false);
    return zone()
        .check("c", new Probe(Protocol.HTTP, null, "example.org", 80, "/", null, probing, null))
        .name("a", simple("eu-west-1"));
  }

  private static DeclaredPlans counting(int threshold) {
    return zone()
        .check("most", new Kind.Calculated(threshold, List.of("eu-west-1")))
        .name("a", simple("eu-west-1"));
  }

  /** The names a and b are hosts, and b is a. */
  private static DeclaredPlans alias(String host) {
    return zone()
        .endpoint("x", new Location.Host(host), NONE)
        .endpoint("y", new Location.Host("a.example.com"), NONE)
        .name("a", simple("x"))
        .name("b", simple("y"));
  }

  private static DeclaredPlans template(HealthCheckReference reference) {
    return zone()
        .check("ready", probe(Protocol.HTTP, "/ready", null, null))
        .endpoint("x", new Location.Host("x.example.org"), reference)
        .name("a", simple("x"));
  }

  private static DeclaredPlans values(int count) {
    List<String> addresses = List.of("203.0.113.1", "203.0.113.2").subList(0, count);
    return zone()
        .check("home", probe(Protocol.HTTP, "/", "example.org", null))
        .endpoint("x", new Location.Addresses(addresses, List.of()), NONE)
        .name(
            "a",
            tree(
                PolicyKind.SIMPLE,
                checked(branch("x", new RoutingPolicy.Simple(), to("x")), named("home"))));
  }
}
