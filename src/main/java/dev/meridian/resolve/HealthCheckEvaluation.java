package dev.meridian.resolve;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How Route 53 makes a health check's status out of what it observes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 */
public final class HealthCheckEvaluation {

  /** An endpoint is healthy while more than this percentage of its checkers say so. */
  public static final int QUORUM_PERCENT = 18;

  private HealthCheckEvaluation() {}

  /** What a health check has found so far. */
  public enum Observed {
    HEALTHY,
    UNHEALTHY,
    /** Not enough data yet, which counts as healthy. */
    INSUFFICIENT
  }

  /** The data stream of a CloudWatch metric against its alarm's threshold. */
  public enum Stream {
    OK,
    ALARM,
    INSUFFICIENT_DATA
  }

  /** Whether an endpoint is healthy, of which {@code healthy} of {@code checkers} say so. */
  public static boolean quorum(int healthy, int checkers) {
    if (checkers < 1 || healthy < 0 || healthy > checkers) {
      throw new IllegalArgumentException(healthy + " of " + checkers + " checkers");
    }
    return healthy * 100L > (long) QUORUM_PERCENT * checkers;
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

  /**
   * The status of a check on a CloudWatch metric.
   *
   * @param lastKnown null where the metric never had data
   */
  public static boolean cloudWatch(
      Stream stream, InsufficientData insufficient, @Nullable Boolean lastKnown) {
    return switch (stream) {
      case OK -> true;
      case ALARM -> false;
      case INSUFFICIENT_DATA ->
          switch (insufficient) {
            case HEALTHY -> true;
            case UNHEALTHY -> false;
            case LAST_KNOWN_STATUS -> lastKnown == null || lastKnown;
          };
    };
  }

  /** The status of a check on an Application Recovery Controller routing control. */
  public static boolean recoveryControl(boolean on) {
    return on;
  }
}
