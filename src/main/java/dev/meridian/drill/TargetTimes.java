package dev.meridian.drill;

/**
 * How a load balancer checks its targets, for aliases that evaluate the health of their target.
 *
 * @param interval seconds between two checks
 * @param failures consecutive failures after which a target is unhealthy
 * @param successes consecutive successes after which a target is healthy again
 */
public record TargetTimes(int interval, int failures, int successes) {
  /**
   * The defaults of Elastic Load Balancing.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">Health
   *     checks for Application Load Balancer target groups</a>
   */
  public static final TargetTimes STANDARD = new TargetTimes(30, 2, 5);
}
