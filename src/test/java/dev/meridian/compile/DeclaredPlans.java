package dev.meridian.compile;

import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.AcceleratorDeclaration.ClientAffinity;
import dev.meridian.declaration.AcceleratorDeclaration.EndpointGroup;
import dev.meridian.declaration.AcceleratorDeclaration.Listener;
import dev.meridian.declaration.Alerts;
import dev.meridian.declaration.ChangeLimits;
import dev.meridian.declaration.CidrCollectionDeclaration;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentName;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.Goals;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.declaration.RecordDeclaration;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.StateBackend;
import dev.meridian.declaration.Switches;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.AzLocation;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.Probing;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RoutingPolicy.Failover.Role;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Deployments written by hand; every part gets a line of its own as its place. */
final class DeclaredPlans {
  static final HealthCheckReference INHERITED = new HealthCheckReference.Inherited();
  static final HealthCheckReference NONE = new HealthCheckReference.None();
  static final HealthCheckReference COMMON = inline(Protocol.HTTP, "/health", null);

  private static final Site SITE =
      new Site(
          new Site.Network.Created("10.0.0.0/16", 2),
          new Site.Servers(2, "t3.micro"),
          new Site.TargetCheck(80, "/health", 30, 5, 2, 3),
          null,
          true,
          false);

  private final String zone;
  private final Map<String, RegionDeclaration> regions = new LinkedHashMap<>();
  private final Map<String, EndpointDeclaration> endpoints = new LinkedHashMap<>();
  private final Map<String, AcceleratorDeclaration> accelerators = new LinkedHashMap<>();
  private final Map<String, HealthCheckDeclaration> checks = new LinkedHashMap<>();
  private final TreeMap<String, CidrCollectionDeclaration> collections = new TreeMap<>();
  private final List<NameDeclaration> names = new ArrayList<>();
  private final List<RecordDeclaration> records = new ArrayList<>();
  private Switches switches = Switches.NONE;
  private Set<String> silenced = Set.of();
  private ZoneKind kind = ZoneKind.PUBLIC;
  private long ttl = 60;

  private DeclaredPlans(String zone) {
    this.zone = zone;
  }

  static DeclaredPlans zone(String zone) {
    return new DeclaredPlans(zone);
  }

  DeclaredPlans regions(String... codes) {
    Arrays.stream(codes).forEach(code -> region(code, SITE, COMMON));
    return this;
  }

  DeclaredPlans region(String code, Site site, HealthCheckReference check) {
    regions.put(code, new RegionDeclaration(code, site, check, null, at("region " + code)));
    return this;
  }

  /** With outputs in place of the region's state. */
  DeclaredPlans pinned(String code) {
    PinnedOutputs outputs = new PinnedOutputs("a.example.org", "Z1", List.of("192.0.2.1"));
    regions.put(code, new RegionDeclaration(code, SITE, COMMON, outputs, at("region " + code)));
    return this;
  }

  static Site site(boolean staticAddresses, boolean ipv6, String certificate) {
    return new Site(
        SITE.network(), SITE.servers(), SITE.targetCheck(), certificate, staticAddresses, ipv6);
  }

  DeclaredPlans endpoint(String name, Location location, HealthCheckReference check) {
    endpoints.put(name, new EndpointDeclaration(name, location, check, at("endpoint " + name)));
    return this;
  }

  /** An endpoint with the common check and these addresses, IPv6 where they have a colon. */
  DeclaredPlans addresses(String name, String... addresses) {
    List<String> ipv6 = Arrays.stream(addresses).filter(text -> text.contains(":")).toList();
    List<String> ipv4 = Arrays.stream(addresses).filter(text -> !text.contains(":")).toList();
    return endpoint(name, new Location.Addresses(ipv4, ipv6), COMMON);
  }

  DeclaredPlans host(String name, String host) {
    return endpoint(name, new Location.Host(host), COMMON);
  }

  DeclaredPlans resource(String name, String dnsName, String zoneId, boolean ipv6) {
    return endpoint(name, new Location.Resource(dnsName, zoneId, ipv6), NONE);
  }

  /** An accelerator with one listener on port 80. */
  DeclaredPlans accelerator(String name, HealthCheckReference check, EndpointGroup... groups) {
    Map<String, EndpointGroup> byRegion = new LinkedHashMap<>();
    Arrays.stream(groups).forEach(group -> byRegion.put(group.region(), group));
    Listener listener = new Listener(List.of(80), ClientAffinity.NONE);
    accelerators.put(
        name,
        new AcceleratorDeclaration(
            name, byRegion, List.of(listener), false, check, at("accelerator " + name)));
    return this;
  }

  DeclaredPlans check(String name, Kind kind) {
    checks.put(name, new HealthCheckDeclaration(kind, false, false, at("check " + name)));
    return this;
  }

  DeclaredPlans collection(String name, Map<String, List<String>> locations) {
    Map<String, List<CidrBlock>> blocks = new TreeMap<>();
    locations.forEach(
        (location, texts) -> blocks.put(location, texts.stream().map(CidrBlock::new).toList()));
    collections.put(name, new CidrCollectionDeclaration(new CidrCollection(name, blocks), null));
    return this;
  }

  /** All regions have a switch. */
  DeclaredPlans switches(int atLeast) {
    switches = new Switches(List.copyOf(regions.keySet()), atLeast, null, at("switches"));
    return this;
  }

  DeclaredPlans privateZone() {
    kind = ZoneKind.PRIVATE;
    return this;
  }

  DeclaredPlans silenced(String... ids) {
    silenced = Set.of(ids);
    return this;
  }

  DeclaredPlans ttl(long seconds) {
    ttl = seconds;
    return this;
  }

  DeclaredPlans name(String label, PolicyTree tree) {
    DnsName name = label.equals("@") ? new DnsName(zone) : new DnsName(zone).child(label);
    names.add(new NameDeclaration(label, name, tree, ttl, at("name " + label)));
    return this;
  }

  DeclaredPlans record(String label, RecordType type, String... values) {
    DnsName name = label.equals("@") ? new DnsName(zone) : new DnsName(zone).child(label);
    List<Value> literals = Arrays.stream(values).map(Value::literal).toList();
    Origin origin = new Origin(at("record " + label + " " + type), KeyPath.of("records", label));
    records.add(
        new RecordDeclaration(
            label, new RrsetKey(name, type), new RecordData.Values(ttl, literals), origin));
    return this;
  }

  Deployment deployment() {
    return new Deployment(
        "storefront",
        "production",
        new DeploymentName("storefront", "production"),
        new ZoneDeclaration(
            new DnsName(zone),
            kind == ZoneKind.PUBLIC
                ? new ZoneDeclaration.Adoption.Created()
                : new ZoneDeclaration.Adoption.ByName(),
            kind,
            at("zone")),
        new StateBackend.Local("."),
        regions,
        endpoints,
        accelerators,
        checks,
        collections,
        names,
        records,
        Goals.NONE,
        Alerts.NONE,
        ChangeLimits.STANDARD,
        new TreeMap<>(),
        silenced,
        true,
        switches,
        null);
  }

  CompiledPlan compiled() {
    return Compiler.compile(deployment());
  }

  /** Places are named by what stands there, so that they do not move with the order. */
  static SourceLocation at(String what) {
    return new SourceLocation("meridian.yaml (" + what + ")", 1, 1);
  }

  static HealthCheckReference inline(Protocol protocol, String path, String host) {
    return new HealthCheckReference.Inline(
        new HealthCheckDeclaration(probe(protocol, path, host, null), false, false, at("inline")));
  }

  static HealthCheckReference named(String name) {
    return new HealthCheckReference.Named(name);
  }

  static Kind.Probe probe(Protocol protocol, String path, String host, String address) {
    int port = protocol.defaultPort().orElse(443);
    Probing probing = new Probing(30, 3, Set.of(), false);
    return new Kind.Probe(protocol, address, host, port, path, null, probing, null);
  }

  static PolicyTree tree(PolicyKind kind, Branch... branches) {
    return new PolicyTree(kind, List.of(branches), at(kind.keyword()));
  }

  static PolicyTree tree(PolicyKind kind, List<Branch> branches) {
    return new PolicyTree(kind, branches, at(kind.keyword()));
  }

  static PolicyTree simple(String endpoint) {
    return tree(PolicyKind.SIMPLE, branch(endpoint, new RoutingPolicy.Simple(), to(endpoint)));
  }

  static PolicyTree weighted(Branch... branches) {
    return tree(PolicyKind.WEIGHTED, branches);
  }

  static Branch weight(String endpoint, int weight) {
    return branch(endpoint, new RoutingPolicy.Weighted(weight), to(endpoint));
  }

  static PolicyTree latency(Branch... branches) {
    return tree(PolicyKind.LATENCY, branches);
  }

  static Branch near(String region, Target target) {
    return branch(region, new RoutingPolicy.Latency(region), target);
  }

  static PolicyTree failover(Target primary, Target secondary) {
    return tree(
        PolicyKind.FAILOVER,
        branch("primary", new RoutingPolicy.Failover(Role.PRIMARY), primary),
        branch("secondary", new RoutingPolicy.Failover(Role.SECONDARY), secondary));
  }

  static PolicyTree multivalue(String... endpoints) {
    return tree(
        PolicyKind.MULTIVALUE,
        Arrays.stream(endpoints)
            .map(name -> branch(name, new RoutingPolicy.Multivalue(), to(name)))
            .toList());
  }

  static Branch in(String label, GeoLocation location, Target target) {
    return branch(label, new RoutingPolicy.Geolocation(location), target);
  }

  static Branch from(String collection, String location, Target target) {
    String label = location.equals(RoutingPolicy.IpBased.DEFAULT) ? "default" : location;
    return branch(label, new RoutingPolicy.IpBased(collection, location), target);
  }

  static Branch in(String location, Target target) {
    return branch(location, new RoutingPolicy.AzAffinity(AzLocation.of(location)), target);
  }

  static Branch branch(String label, RoutingPolicy policy, Target target) {
    return new Branch(label, policy, target, INHERITED, null, at("branch " + label));
  }

  static Branch checked(Branch branch, HealthCheckReference check) {
    return new Branch(
        branch.label(),
        branch.policy(),
        branch.target(),
        check,
        branch.evaluateTargetHealth(),
        branch.at());
  }

  static Branch targetHealth(Branch branch, boolean evaluate) {
    return new Branch(
        branch.label(),
        branch.policy(),
        branch.target(),
        branch.healthCheck(),
        evaluate,
        branch.at());
  }

  static Target to(String endpoint) {
    return new Target.ToEndpoint(endpoint);
  }

  static Target to(PolicyTree tree) {
    return new Target.ToPolicy(tree);
  }
}
