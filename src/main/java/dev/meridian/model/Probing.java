package dev.meridian.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How often and from where Route 53 probes an endpoint.
 *
 * @param interval seconds between two probes of a checker, 10 or 30
 * @param failureThreshold consecutive probes with the opposite result before a checker changes its
 *     verdict, 1..10
 * @param regions at least 3, or empty for all 8
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html">API
 *     HealthCheckConfig</a>
 */
public record Probing(
    int interval, int failureThreshold, Set<CheckerRegion> regions, boolean measureLatency) {
  public static final int FAST = 10;
  public static final int STANDARD = 30;
  public static final int DEFAULT_THRESHOLD = 3;
  private static final int MAX_THRESHOLD = 10;
  private static final int MIN_REGIONS = 3;
  private static final int PERCENT = 18;
  private static final int WHOLE = 100;

  public Probing {
    checkInterval(interval);
    checkFailureThreshold(failureThreshold);
    checkRegions(regions);
    regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
  }

  /**
   * Whether an endpoint is healthy: more than 18 % of the checkers say so.
   *
   * @param healthy how many say that it is healthy
   * @param checkers how many there are
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
   *     Route 53 determines whether a health check is healthy</a>
   */
  public static boolean isHealthy(int healthy, int checkers) {
    return healthy * WHOLE > PERCENT * checkers;
  }

  public static void checkInterval(int interval) {
    if (interval != FAST && interval != STANDARD) {
      throw new InvalidValue("interval " + interval + " is neither 10 nor 30", "use 10 or 30");
    }
  }

  public static void checkFailureThreshold(int failureThreshold) {
    InvalidValue.outside(
        "failure-threshold", failureThreshold, 1, MAX_THRESHOLD, "use 1 to 10; 3 is usual");
  }

  public static void checkRegions(Set<CheckerRegion> regions) {
    if (!regions.isEmpty() && regions.size() < MIN_REGIONS) {
      throw new InvalidValue(
          "there are " + regions.size() + " checker regions, fewer than " + MIN_REGIONS,
          "name at least three, or remove the list to use all");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Probing that
        && interval == that.interval
        && failureThreshold == that.failureThreshold
        && regions.equals(that.regions)
        && measureLatency == that.measureLatency;
  }

  @Override
  public int hashCode() {
    int hash = interval;
    hash = 31 * hash + failureThreshold;
    hash = 31 * hash + regions.hashCode();
    hash = 31 * hash + Boolean.hashCode(measureLatency);
    return hash;
  }
}
