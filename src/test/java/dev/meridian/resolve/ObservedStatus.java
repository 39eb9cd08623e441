package dev.meridian.resolve;

import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;

/**
 * How Route 53 makes a health check's status out of what its checkers, a metric or a routing
 * control say, for the vectors. The commands are told which endpoints are down, and ask none of
 * these.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 */
final class ObservedStatus {

  /** An endpoint is healthy while more than this percentage of its checkers say so. */
  private static final int QUORUM_PERCENT = 18;

  private ObservedStatus() {}

  /** The data stream of a CloudWatch metric against its alarm's threshold. */
  enum Stream {
    OK,
    ALARM,
    INSUFFICIENT_DATA
  }

  /** Whether an endpoint is healthy, of which {@code healthy} of {@code checkers} say so. */
  static boolean quorum(int healthy, int checkers) {
    if (checkers < 1 || healthy < 0 || healthy > checkers) {
      throw new IllegalArgumentException(healthy + " of " + checkers + " checkers");
    }
    return healthy * 100L > (long) QUORUM_PERCENT * checkers;
  }

  /**
   * The status of a check on a CloudWatch metric.
   *
   * @param lastKnown null where the metric never had data
   */
  static boolean cloudWatch(Stream stream, InsufficientData insufficient, Boolean lastKnown) {
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
  static boolean recoveryControl(boolean on) {
    return on;
  }
}
