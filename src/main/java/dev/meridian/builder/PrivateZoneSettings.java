package dev.meridian.builder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A private zone next to a public one; docs/private-dns.md. Immutable. */
public final class PrivateZoneSettings {
  private final Mapping zone;
  private final Mapping others;
  private final Mapping resolver;
  private final Map<String, Mapping> sections;

  private PrivateZoneSettings(
      Mapping zone, Mapping others, Mapping resolver, Map<String, Mapping> sections) {
    this.zone = zone;
    this.others = others;
    this.resolver = resolver;
    this.sections = sections;
  }

  /** A new zone with this name, for the VPCs of all regions. */
  public static PrivateZoneSettings of(String zone) {
    return new PrivateZoneSettings(
        Mapping.of("name", zone), Mapping.EMPTY, Mapping.EMPTY, Map.of());
  }

  /** Uses the existing private hosted zone with the name. */
  public PrivateZoneSettings existingZone() {
    return new PrivateZoneSettings(zone.with("existing", true), others, resolver, sections);
  }

  /**
   * Uses an existing private hosted zone.
   *
   * @param id such as {@code Z0123456789ABCDEFGHIJ}
   */
  public PrivateZoneSettings existingZone(String id) {
    return new PrivateZoneSettings(zone.with("id", id), others, resolver, sections);
  }

  /** The regions with an internal load balancer, whose VPCs resolve the zone; by default, all. */
  public PrivateZoneSettings regions(String... codes) {
    return set("regions", List.of(codes));
  }

  /** Aliases evaluate the health of internal load balancers, without alarms and health checks. */
  public PrivateZoneSettings targetHealth() {
    return set("health-check", "target-health");
  }

  /** Does not peer the VPCs of the regions with each other. */
  public PrivateZoneSettings withoutPeering() {
    return set("peering", false);
  }

  /** The TTL of the zone's records in seconds, 0 to 2147483647; by default, that of all records. */
  public PrivateZoneSettings ttl(int seconds) {
    return set("ttl", seconds);
  }

  /** Another VPC of the same account that resolves the zone. */
  public PrivateZoneSettings network(String name, String vpcId, String region) {
    return add("networks", name, Mapping.of("vpc", vpcId).with("region", region));
  }

  /**
   * A VPC of another account that resolves the zone.
   *
   * @param role the ARN of the role in that account that associates the VPC
   */
  public PrivateZoneSettings network(String name, String vpcId, String region, String role) {
    return add(
        "networks", name, Mapping.of("vpc", vpcId).with("region", region).with("role", role));
  }

  /** The regions with an inbound Resolver endpoint. */
  public PrivateZoneSettings inbound(String... codes) {
    return resolve("inbound", List.of(codes));
  }

  /** The regions with an outbound Resolver endpoint. */
  public PrivateZoneSettings outbound(String... codes) {
    return resolve("outbound", List.of(codes));
  }

  /** Forwards queries for a domain and everything below it to these IPv4 addresses. */
  public PrivateZoneSettings forward(String domain, String... nameServers) {
    return add("forward", domain, List.of(nameServers));
  }

  /** Keeps a log of queries; the number of days is one that CloudWatch Logs allows. */
  public PrivateZoneSettings queryLogs(int days) {
    return resolve("query-logs", days);
  }

  /** Domains that clients in the VPCs cannot resolve. */
  public PrivateZoneSettings block(String... domains) {
    return resolve("firewall", Mapping.of("block", List.of(domains)));
  }

  /** A health check of this zone with a name, for {@link Check#named}; not a probe. */
  public PrivateZoneSettings healthCheck(String name, Check check) {
    return add("health-checks", name, check.value());
  }

  /** An endpoint of this zone that is not a region. */
  public PrivateZoneSettings endpoint(String name, Endpoint endpoint) {
    return add("endpoints", name, endpoint.mapping());
  }

  /** A routed name of this zone, as in {@link DeploymentBuilder#name(String, Policy)}. */
  public PrivateZoneSettings name(String label, Policy policy) {
    return add("names", label, policy.mapping());
  }

  Mapping mapping() {
    Map<String, Mapping> own = new LinkedHashMap<>(sections);
    Mapping forward = own.remove("forward");
    Mapping resolving = forward == null ? resolver : resolver.with("forward", forward);
    Mapping all = Mapping.of("zone", zone(zone)).with(others).with(Mapping.of(own));
    return resolving.isEmpty() ? all : all.with("resolver", resolving);
  }

  /** A name alone is a new zone. */
  private static Object zone(Mapping zone) {
    return zone.entries().size() == 1 ? zone.entries().get(0).value() : zone;
  }

  private PrivateZoneSettings set(String key, Object value) {
    return new PrivateZoneSettings(zone, others.with(key, value), resolver, sections);
  }

  private PrivateZoneSettings resolve(String key, Object value) {
    return new PrivateZoneSettings(zone, others, resolver.with(key, value), sections);
  }

  private PrivateZoneSettings add(String section, String key, Object value) {
    Map<String, Mapping> more = new LinkedHashMap<>(sections);
    more.merge(section, Mapping.of(key, value), Mapping::with);
    return new PrivateZoneSettings(zone, others, resolver, more);
  }
}
