package dev.meridian.resolve.analysis;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is to be held to.
 *
 * @param failures how many endpoints may fail at the same time, from 0
 * @param trafficModel capacities are checked where both they and traffic are declared
 * @param failoverSeconds within which clients must have left a failed endpoint; null for no such
 *     obligation
 */
public record Obligations(
    int failures, TrafficModel trafficModel, @Nullable Integer failoverSeconds) {

  public Obligations {
    if (failures < 0) {
      throw new IllegalArgumentException(failures + " failures");
    }
  }

  /** Only that everybody gets a live answer while up to {@code failures} endpoints fail. */
  public static Obligations answers(int failures) {
    return new Obligations(failures, TrafficModel.NONE, null);
  }

  public OptionalInt failoverLimit() {
    return failoverSeconds == null ? OptionalInt.empty() : OptionalInt.of(failoverSeconds);
  }
}
