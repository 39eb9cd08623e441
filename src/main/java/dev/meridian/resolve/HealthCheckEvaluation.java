package dev.meridian.resolve;

import dev.meridian.model.HealthCheck;
import java.util.Collection;

/**
 * How Route 53 derives a health check's status from what it observes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 */
public final class HealthCheckEvaluation {

  private HealthCheckEvaluation() {}

  /** What a health check has found so far. */
  public enum Observed {
    HEALTHY,
    UNHEALTHY,
    /** Not enough data yet, which counts as healthy. */
    INSUFFICIENT
  }

  /** The status that records see: a disabled check is healthy, and inversion comes last. */
  public static boolean effective(Observed observed, boolean disabled, boolean inverted) {
    boolean healthy = disabled || observed != Observed.UNHEALTHY;
    return healthy != inverted;
  }

  /** The same for a declared check. */
  public static boolean effective(HealthCheck check, Observed observed) {
    return effective(observed, check.disabled(), check.inverted());
  }

  /** Whether enough children are healthy, each by its effective status. */
  public static boolean calculated(int threshold, Collection<Boolean> children) {
    return children.stream().filter(healthy -> healthy).count() >= threshold;
  }
}
