package dev.meridian.drill.simulate;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How long something took in many outages, in seconds. A value is null if it did not happen in
 * time.
 *
 * @param median so long, or less, in half of the outages
 * @param most so long, or less, in 95 % of the outages
 * @param worst the longest of all
 * @param never the number of outages in which it did not happen
 */
public record Spread(
    @Nullable Double least,
    @Nullable Double median,
    @Nullable Double most,
    @Nullable Double worst,
    int never) {
  private static final double HALF = 0.5;
  private static final double MOST = 0.95;

  /** The value of an outage in which it did not happen. */
  static final double NEVER = Double.POSITIVE_INFINITY;

  /**
   * @param seconds one for each outage, or {@link #NEVER}
   */
  static Spread of(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return new Spread(
        finite(sorted[0]),
        at(sorted, HALF),
        at(sorted, MOST),
        finite(sorted[sorted.length - 1]),
        (int) Arrays.stream(sorted).filter(time -> time == NEVER).count());
  }

  /** The nearest rank. */
  private static @Nullable Double at(double[] sorted, double share) {
    return finite(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)]);
  }

  private static @Nullable Double finite(double seconds) {
    return seconds == NEVER ? null : seconds;
  }

  /** Empty if it did not happen in each outage. */
  public OptionalDouble longest() {
    return worst == null ? OptionalDouble.empty() : OptionalDouble.of(worst);
  }
}
