package dev.meridian.resolve;

import java.util.List;

/**
 * Whether an alias that evaluates its target's health finds a load balancer healthy.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html">API
 *     AliasTarget, EvaluateTargetHealth</a>
 */
public final class LoadBalancerHealth {

  private LoadBalancerHealth() {}

  /** The kinds of load balancers, whose rules differ. */
  public enum Kind {
    APPLICATION,
    NETWORK,
    /** One target group stands for the registered instances. */
    CLASSIC
  }

  /** Whether Route 53 takes the load balancer for healthy. */
  public static boolean healthy(Kind kind, List<TargetGroup> groups, Interpretation semantics) {
    List<TargetGroup> filled = groups.stream().filter(group -> !group.isEmpty()).toList();
    if (filled.isEmpty()) {
      return false;
    }
    boolean emptyFails = semantics.has(Interpretation.Reading.EMPTY_TARGET_GROUP_UNHEALTHY);
    List<TargetGroup> counted = emptyFails ? groups : filled;
    return switch (kind) {
      case APPLICATION -> counted.stream().allMatch(LoadBalancerHealth::passes);
      case NETWORK ->
          semantics.has(Interpretation.Reading.NETWORK_LOAD_BALANCER_ANY_GROUP)
              ? counted.stream().anyMatch(LoadBalancerHealth::passes)
              : counted.stream().allMatch(LoadBalancerHealth::passes);
      case CLASSIC -> filled.stream().anyMatch(TargetGroup::passes);
    };
  }

  private static boolean passes(TargetGroup group) {
    return !group.isEmpty() && group.passes();
  }
}
