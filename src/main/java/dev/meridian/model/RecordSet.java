package dev.meridian.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Route 53 record set. The constructor refuses combinations that Route 53 does not accept.
 *
 * @param data the values or the alias target
 * @param healthCheck the ID of a {@link HealthCheck} of the same plan, or null for none
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html">API
 *     ResourceRecordSet</a>
 */
public record RecordSet(
    RecordKey key, RoutingPolicy policy, RecordData data, @Nullable String healthCheck) {

  public RecordSet {
    checkIdentifier(key, policy);
    checkType(key.group(), policy);
    checkAlias(policy, data);
  }

  private static void checkIdentifier(RecordKey key, RoutingPolicy policy) {
    boolean simple = policy.kind() == PolicyKind.SIMPLE;
    if (simple && key.setIdentifier() != null) {
      throw new InvalidValue(
          key + " has a set identifier but no routing policy",
          "give it a routing policy, or remove the set identifier");
    }
    if (!simple && key.setIdentifier() == null) {
      throw new InvalidValue(
          key + " has a " + policy.kind().keyword() + " policy but no set identifier",
          "give it a set identifier");
    }
  }

  private static void checkType(RrsetKey group, RoutingPolicy policy) {
    if (!policy.kind().allows(group.type())) {
      throw new InvalidValue(
          group.type() + " records cannot have a " + policy.kind().keyword() + " policy",
          "use the simple policy, or another record type");
    }
    if (group.type() == RecordType.NS && group.name().isWildcard()) {
      throw new InvalidValue(
          "NS records cannot have the wildcard name " + group.name(), "name the subdomain");
    }
  }

  private static void checkAlias(RoutingPolicy policy, RecordData data) {
    if (policy.kind() == PolicyKind.MULTIVALUE && !(data instanceof RecordData.Values)) {
      throw new InvalidValue(
          "a multivalue record cannot be an alias",
          "use endpoints with addresses, or a region with static-addresses: true");
    }
  }

  public RrsetKey group() {
    return key.group();
  }

  public DnsName name() {
    return key.group().name();
  }

  public RecordType type() {
    return key.group().type();
  }

  /** The group that this record set is an alias to, in the same zone and of the same type. */
  public Optional<RrsetKey> aliasTarget() {
    return data instanceof RecordData.RecordAlias alias
        ? Optional.of(new RrsetKey(alias.target(), type()))
        : Optional.empty();
  }

  public Optional<String> healthCheckId() {
    return Optional.ofNullable(healthCheck);
  }

  /**
   * What distinguishes the record set from the others of its name and type: its set identifier, or
   * the location, region, or role for which Route 53 accepts only one.
   */
  public String slot() {
    return switch (policy.kind()) {
      case WEIGHTED, GEOPROXIMITY, MULTIVALUE -> key.identifier().orElse("");
      case SIMPLE, LATENCY, GEOLOCATION, FAILOVER, IP_BASED, AZ_AFFINITY -> policy.toString();
    };
  }
}
