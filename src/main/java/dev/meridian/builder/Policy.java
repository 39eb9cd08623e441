package dev.meridian.builder;

import java.util.List;

/**
 * A Route 53 routing policy and its branches. The target of a branch is a region, an endpoint, or
 * another policy. Immutable: {@code branch} returns a copy with one more branch.
 *
 * <p>Labels identify branches in Terraform and in Route 53's set identifiers, so changing a label
 * replaces a record. They have the same form as the name of an application, except that geolocation
 * labels are locations.
 */
public final class Policy {
  private final String kind;
  private final Mapping settings;
  private final Mapping branches;
  private final List<String> endpoints;

  private Policy(String kind, Mapping settings, Mapping branches) {
    this(kind, settings, branches, List.of());
  }

  private Policy(String kind, Mapping settings, Mapping branches, List<String> endpoints) {
    this.kind = kind;
    this.settings = settings;
    this.branches = branches;
    this.endpoints = endpoints;
  }

  private static Policy of(String kind) {
    return new Policy(kind, Mapping.EMPTY, Mapping.EMPTY);
  }

  /** One target for all clients: a region's code, or the name of an endpoint. */
  public static Policy simple(String endpoint) {
    return new Policy("simple", Mapping.of("simple", endpoint), Mapping.EMPTY);
  }

  /** One target for all clients. */
  public static Policy simple(Branch target) {
    return new Policy("simple", Mapping.of("simple", target.mapping()), Mapping.EMPTY);
  }

  /** Answers by weight. Every branch needs a weight. */
  public static Policy weighted() {
    return of("weighted");
  }

  /** The region with the lowest latency; labels are codes of AWS Regions. */
  public static Policy latency(String... regions) {
    return of("latency").each(regions);
  }

  /** By the client's location: {@code default}, {@code EU}, {@code DE}, {@code US-CA}. */
  public static Policy geolocation() {
    return of("geolocation");
  }

  /** The nearest location, adjusted by biases. */
  public static Policy geoproximity(String... regions) {
    return of("geoproximity").each(regions);
  }

  /** The secondary while the primary is unhealthy, by a region's code or an endpoint's name. */
  public static Policy failover(String primary, String secondary) {
    return failover(Branch.to(primary), Branch.to(secondary));
  }

  /** The secondary while the primary is unhealthy. */
  public static Policy failover(Branch primary, Branch secondary) {
    return of("failover").branch("primary", primary).branch("secondary", secondary);
  }

  /** A primary without a secondary. */
  public static Policy primaryOnly(Branch primary) {
    return new Policy(
        "failover",
        Mapping.EMPTY,
        Mapping.of("primary", primary.mapping()).with("secondary", "none"));
  }

  /** A secondary without a primary. */
  public static Policy secondaryOnly(Branch secondary) {
    return new Policy(
        "failover",
        Mapping.EMPTY,
        Mapping.of("primary", "none").with("secondary", secondary.mapping()));
  }

  /**
   * Up to eight healthy addresses; every endpoint needs addresses. For other settings of a branch,
   * use {@code branch} instead of the name of an endpoint.
   */
  public static Policy multivalue(String... endpoints) {
    return new Policy("multivalue", Mapping.EMPTY, Mapping.EMPTY, List.of(endpoints));
  }

  /** By the client's address in a CIDR collection; {@code default} is for all other clients. */
  public static Policy ipBased(String collection) {
    return new Policy("ip-based", Mapping.of("collection", collection), Mapping.EMPTY);
  }

  /**
   * The client's Availability Zone, or the smallest larger location that has a branch. Labels are
   * {@code use1-az1}, {@code us-east-1-zg-1}, {@code us-east-1}, {@code aws}, and {@code global};
   * for private zones only.
   */
  public static Policy azAffinity() {
    return of("az-affinity");
  }

  private Policy each(String... endpoints) {
    Policy policy = this;
    for (String endpoint : endpoints) {
      policy = policy.branch(endpoint, Branch.to(endpoint));
    }
    return policy;
  }

  /** One more branch. */
  public Policy branch(String label, Branch branch) {
    return new Policy(kind, settings, branches.with(label, branch.mapping()), endpoints);
  }

  /**
   * One more branch.
   *
   * @param endpoint a region's code, or the name of an endpoint
   */
  public Policy branch(String label, String endpoint) {
    return branch(label, Branch.to(endpoint));
  }

  /** One more branch, to another policy. */
  public Policy branch(String label, Policy policy) {
    return branch(label, Branch.to(policy));
  }

  /**
   * One more branch of {@link #weighted}. Its target is the region or endpoint with its name.
   *
   * @param weight 0 to 255
   */
  public Policy branch(String endpoint, int weight) {
    return branch(endpoint, Branch.to(endpoint).weight(weight));
  }

  /** The endpoints and the branches of a multivalue policy. */
  private Mapping all() {
    Mapping all = Mapping.EMPTY;
    for (String endpoint : endpoints) {
      all = all.with(endpoint, endpoint);
    }
    return all.with(branches);
  }

  Mapping mapping() {
    if (kind.equals("simple")) {
      return settings;
    }
    if (kind.equals("multivalue")) {
      return branches.isEmpty() ? Mapping.of(kind, endpoints) : Mapping.of(kind, all());
    }
    return Mapping.of(
        kind, kind.equals("ip-based") ? settings.with("locations", branches) : branches);
  }
}
