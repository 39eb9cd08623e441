package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an AWS Lambda function adjusts the weights of a name to what CloudWatch measures. The
 * declared weights are where it starts, and where it returns to when all is well. docs/weights.md
 * describes how it decides.
 *
 * @param bounds what each branch's weight can be, by label, in declared order; at least two, not
 *     all with the minimum 0
 * @param latency seconds that the targets may take on average, above 0; null for no limit
 * @param errorRate the percentage of requests that may fail, above 0 and below 100; null for no
 *     limit
 * @param shares the percentage of requests that each branch should get, which add up to 100; empty
 *     without such a goal
 * @param step how far a weight moves at once, at most; 1..255
 * @param coolDown seconds between two changes
 * @param metricDelay seconds after which CloudWatch has the metrics of a minute
 */
public record Adjustment(
    Map<String, Bounds> bounds,
    @Nullable Double latency,
    @Nullable Double errorRate,
    Map<String, Integer> shares,
    int step,
    int coolDown,
    int metricDelay,
    SourceLocation at) {

  /** Seconds of metrics that a decision averages. */
  public static final int WINDOW = 180;

  /** Load balancers publish once a minute; a minute's data points are there in the next one. */
  public static final int USUAL_METRIC_DELAY = 120;

  public static final int USUAL_STEP = 10;

  /**
   * The TTL of an alias to a load balancer (Route 53 Developer Guide,
   * resource-record-sets-values-alias-common).
   */
  private static final int ALIAS_TTL = 60;

  public Adjustment {
    bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  /**
   * What a weight can be.
   *
   * @param minimum 0..255
   * @param maximum not below the minimum
   */
  public record Bounds(int minimum, int maximum) {
    public boolean contains(int weight) {
      return minimum <= weight && weight <= maximum;
    }
  }

  /**
   * The shortest cool-down whose metrics are all from after the last change: resolvers keep the old
   * answer for a TTL and clients may take as long again, and then a whole window has to pass.
   */
  public static int leastCoolDown(int metricDelay) {
    return 2 * ALIAS_TTL + metricDelay + WINDOW;
  }

  public Optional<Double> targetLatency() {
    return Optional.ofNullable(latency);
  }

  public Optional<Double> mostErrors() {
    return Optional.ofNullable(errorRate);
  }
}
