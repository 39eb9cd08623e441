package dev.meridian.probe;

/**
 * The verdict of one checker. It changes after a number of consecutive probes with the opposite
 * result, and is healthy at first.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html">API
 *     HealthCheckConfig, FailureThreshold</a>
 */
public final class Checker {
  private final int failures;
  private final int successes;
  private boolean healthy = true;
  private int opposite;

  /** A checker of Route 53, whose threshold is the same both ways. */
  public Checker(int threshold) {
    this(threshold, threshold);
  }

  /**
   * @param failures consecutive failures after which it is unhealthy, at least 1
   * @param successes consecutive successes after which it is healthy again, at least 1
   */
  public Checker(int failures, int successes) {
    this.failures = failures;
    this.successes = successes;
  }

  public boolean isHealthy() {
    return healthy;
  }

  /** Counts the result of a probe, and returns whether the verdict changed. */
  public boolean count(boolean passed) {
    if (passed == healthy) {
      opposite = 0;
      return false;
    }
    opposite++;
    if (opposite < (healthy ? failures : successes)) {
      return false;
    }
    healthy = !healthy;
    opposite = 0;
    return true;
  }
}
