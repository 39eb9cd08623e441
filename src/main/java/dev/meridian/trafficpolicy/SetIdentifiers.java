package dev.meridian.trafficpolicy;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Slug;
import dev.meridian.trafficpolicy.PolicyDocument.Branch;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Set identifiers for the branches of one rule, which a document does not have. They are what a
 * declaration would call the branches: a role, a region, a location, or the target.
 */
final class SetIdentifiers implements RoutingPolicy.Cases<String> {
  private final String prefix;
  private final Set<String> taken = new HashSet<>();
  private String target = "";

  /**
   * @param prefix of the IDs of rules below, without which they are the label of their branch
   */
  SetIdentifiers(String prefix) {
    this.prefix = prefix;
  }

  String of(Branch branch) {
    target = branch.to().isRule() ? label(branch.to().id()) : branch.to().id();
    String identifier = Slug.free(branch.policy().accept(this), taken::contains);
    taken.add(identifier);
    return identifier;
  }

  /** {@code api-us-east-1-failover} below {@code api} is the branch {@code us-east-1}. */
  private String label(String rule) {
    String label = rule.startsWith(prefix) ? rule.substring(prefix.length()) : rule;
    for (PolicyKind kind : PolicyKind.values()) {
      String suffix = "-" + kind.keyword();
      if (label.endsWith(suffix) && label.length() > suffix.length()) {
        return label.substring(0, label.length() - suffix.length());
      }
    }
    return label;
  }

  @Override
  public String simple(RoutingPolicy.Simple policy) {
    return target;
  }

  @Override
  public String weighted(RoutingPolicy.Weighted policy) {
    return target;
  }

  @Override
  public String latency(RoutingPolicy.Latency policy) {
    return policy.region();
  }

  @Override
  public String geolocation(RoutingPolicy.Geolocation policy) {
    return policy.location().label();
  }

  @Override
  public String geoproximity(RoutingPolicy.Geoproximity policy) {
    return target;
  }

  @Override
  public String failover(RoutingPolicy.Failover policy) {
    return policy.role().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String multivalue(RoutingPolicy.Multivalue policy) {
    return target;
  }

  @Override
  public String ipBased(RoutingPolicy.IpBased policy) {
    return target;
  }

  @Override
  public String azAffinity(RoutingPolicy.AzAffinity policy) {
    return target;
  }
}
