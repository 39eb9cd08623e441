package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.ZoneKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What clients in VPCs resolve: a private hosted zone with names of its own, and the networks that
 * it is associated with. Its names never answer with the public load balancer of a region, but with
 * an internal one.
 *
 * @param zone the private zone, created or existing
 * @param regions the codes of the regions with an internal load balancer, in declared order; the
 *     zone is associated with their VPCs
 * @param health how Route 53 learns the health of an internal load balancer
 * @param peering whether the VPCs of the regions are peered with each other
 * @param networks other VPCs that resolve the zone, by name
 * @param healthChecks the health checks of its endpoints and branches by name; never probes,
 *     because those cannot reach private addresses
 * @param endpoints endpoints by name; regions are not included
 * @param at the place of the key {@code private}
 */
public record PrivateZone(
    ZoneDeclaration zone,
    List<String> regions,
    Health health,
    boolean peering,
    Map<String, PrivateNetwork> networks,
    VpcResolver resolver,
    Map<String, HealthCheckDeclaration> healthChecks,
    Map<String, EndpointDeclaration> endpoints,
    List<NameDeclaration> names,
    List<RecordDeclaration> records,
    Goals goals,
    SourceLocation at) {

  /** The label of the stack with peering and resolver endpoints. */
  public static final String NETWORK_STACK = "private-network";

  /** The label of the stack with the zone and its records. */
  public static final String DNS_STACK = "private-dns";

  private static final String ALARM = "-internal";

  public PrivateZone {
    if (zone.kind() != ZoneKind.PRIVATE) {
      throw new IllegalArgumentException(zone.name() + " is not a private zone");
    }
    regions = List.copyOf(regions);
    networks = Collections.unmodifiableMap(new LinkedHashMap<>(networks));
    healthChecks = Collections.unmodifiableMap(new LinkedHashMap<>(healthChecks));
    endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
    names = List.copyOf(names);
    records = List.copyOf(records);
  }

  /** How Route 53 learns whether an internal load balancer works. */
  public enum Health {
    /** A health check follows a CloudWatch alarm on the target group's healthy hosts. */
    ALARM("alarm"),
    /** Alias records evaluate the health of the load balancer's targets, without a health check. */
    TARGET_HEALTH("target-health");

    private final String keyword;

    Health(String keyword) {
      this.keyword = keyword;
    }

    /** The keyword in a declaration. */
    public String keyword() {
      return keyword;
    }
  }

  /**
   * The codes of the regions with a declared VPC that resolves the zone, sorted. An existing zone
   * can have others, see {@link #isCreated}.
   */
  public SortedSet<String> vpcRegions() {
    SortedSet<String> codes = new TreeSet<>(regions);
    networks.values().forEach(network -> codes.add(network.region()));
    return codes;
  }

  /** Whether the deployment creates the zone, so that no VPC resolves it but those declared. */
  public boolean isCreated() {
    return zone.adoption() instanceof ZoneDeclaration.Adoption.Created;
  }

  /** The same with another zone, other endpoints, and other networks. */
  public PrivateZone with(
      ZoneDeclaration otherZone,
      Map<String, EndpointDeclaration> otherEndpoints,
      Map<String, PrivateNetwork> otherNetworks) {
    return new PrivateZone(
        otherZone,
        regions,
        health,
        peering,
        otherNetworks,
        resolver,
        healthChecks,
        otherEndpoints,
        names,
        records,
        goals,
        at);
  }

  /** Whether anything besides the zone has to be created: peering, or parts of the resolver. */
  public boolean needsNetworkStack() {
    return (peering && regions.size() > 1) || !resolver.isEmpty();
  }

  /** The name of the alarm on the internal target group of a region of {@code deployment}. */
  public static String alarm(Deployment deployment, String region) {
    return deployment.stackName(region) + ALARM;
  }
}
