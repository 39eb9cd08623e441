package dev.meridian.resolve;

import java.util.List;

/**
 * Whether an alias that evaluates its target's health finds a load balancer healthy, for the
 * vectors. For the commands, the user says which load balancers are down.
 *
 * <p>AWS leaves two points open. Elastic Load Balancing's guide says that a Network Load Balancer
 * is healthy while any target group passes; here it is healthy while all pass, as Route 53's guide
 * says. An empty target group beside others could be unhealthy; here it does not count.
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
  public static boolean healthy(Kind kind, List<TargetGroup> groups) {
    List<TargetGroup> filled = groups.stream().filter(group -> !group.isEmpty()).toList();
    if (filled.isEmpty()) {
      return false;
    }
    return switch (kind) {
      case APPLICATION, NETWORK -> filled.stream().allMatch(TargetGroup::passes);
      case CLASSIC -> filled.stream().anyMatch(TargetGroup::passes);
    };
  }
}
