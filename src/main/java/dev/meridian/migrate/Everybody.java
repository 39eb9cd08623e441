package dev.meridian.migrate;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The record set of a group that can answer every client when it is the only one. */
final class Everybody {
  private Everybody() {}

  /** The record set that can answer every client, if {@link #policy} becomes its policy. */
  static RecordSet of(List<RecordSet> group) {
    return first(group, Everybody::isDefault)
        .or(() -> first(group, Everybody::isPrimary))
        .or(() -> first(group, Everybody::hasWeight))
        .orElse(group.get(0));
  }

  private static Optional<RecordSet> first(List<RecordSet> group, Predicate<RoutingPolicy> wanted) {
    return group.stream().filter(record -> wanted.test(record.policy())).findFirst();
  }

  private static boolean isDefault(RoutingPolicy policy) {
    return (policy.kind() == PolicyKind.GEOLOCATION || policy.kind() == PolicyKind.IP_BASED)
        && policy.equals(policy(policy));
  }

  private static boolean isPrimary(RoutingPolicy policy) {
    return policy instanceof RoutingPolicy.Failover failover
        && failover.role() == RoutingPolicy.Failover.Role.PRIMARY;
  }

  private static boolean hasWeight(RoutingPolicy policy) {
    return policy instanceof RoutingPolicy.Weighted weighted && weighted.weight() > 0;
  }

  /** Whether a record set with this policy answers everybody if it is the only one. */
  static boolean isAnswered(RoutingPolicy policy) {
    boolean secondary = policy instanceof RoutingPolicy.Failover && !isPrimary(policy);
    return !secondary && policy.equals(policy(policy));
  }

  /**
   * The policy with which the record set answers every client if it is the only one: the default
   * location instead of another one, and otherwise the same policy.
   */
  static RoutingPolicy policy(RoutingPolicy policy) {
    if (policy instanceof RoutingPolicy.Geolocation) {
      return new RoutingPolicy.Geolocation(new GeoLocation.Default());
    }
    return policy instanceof RoutingPolicy.IpBased ipBased
        ? new RoutingPolicy.IpBased(ipBased.collection(), RoutingPolicy.IpBased.DEFAULT)
        : policy;
  }
}
