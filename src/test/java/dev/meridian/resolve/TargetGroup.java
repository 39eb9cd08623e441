package dev.meridian.resolve;

/**
 * The targets of a load balancer's target group by health.
 *
 * @param minimumHealthy {@code dns_failover.minimum_healthy_targets.count}; 1 unless set
 * @param minimumPercent {@code dns_failover.minimum_healthy_targets.percentage}; 0 where off
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html">Target
 *     group health</a>
 */
public record TargetGroup(int healthy, int unhealthy, int minimumHealthy, int minimumPercent) {

  public TargetGroup {
    if (healthy < 0 || unhealthy < 0 || minimumHealthy < 0) {
      throw new IllegalArgumentException("a number of targets is below 0");
    }
    if (minimumPercent < 0 || minimumPercent > 100) {
      throw new IllegalArgumentException("a percentage of " + minimumPercent);
    }
  }

  /** A target group with the thresholds that AWS sets. */
  public static TargetGroup of(int healthy, int unhealthy) {
    return new TargetGroup(healthy, unhealthy, 1, 0);
  }

  boolean isEmpty() {
    return healthy + unhealthy == 0;
  }

  /** Whether both thresholds are met. */
  boolean passes() {
    return healthy >= minimumHealthy
        && healthy * 100L >= (long) minimumPercent * (healthy + unhealthy);
  }
}
