package dev.meridian.importing;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The labels of the branches of one group. Most policies determine them. */
final class BranchLabels implements RoutingPolicy.Cases<String> {
  private final Set<String> taken = new HashSet<>();
  private String identifier = "";

  /** The label of the branch for a record set; its set identifier if possible. */
  String of(RecordSet record) {
    identifier = record.key().identifier().orElse("");
    return record.policy().accept(this);
  }

  private String word() {
    String label =
        DeclarableName.free(DeclarableName.of(identifier), word -> !taken.contains(word));
    taken.add(label);
    return label;
  }

  @Override
  public String simple(RoutingPolicy.Simple policy) {
    return PolicyKind.SIMPLE.keyword();
  }

  @Override
  public String weighted(RoutingPolicy.Weighted policy) {
    return word();
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
    return word();
  }

  @Override
  public String failover(RoutingPolicy.Failover policy) {
    return policy.role().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String multivalue(RoutingPolicy.Multivalue policy) {
    return word();
  }

  @Override
  public String ipBased(RoutingPolicy.IpBased policy) {
    return policy.location().equals(RoutingPolicy.IpBased.DEFAULT) ? "default" : policy.location();
  }

  @Override
  public String azAffinity(RoutingPolicy.AzAffinity policy) {
    return policy.location().code();
  }
}
