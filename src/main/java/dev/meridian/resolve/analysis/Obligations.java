package dev.meridian.resolve.analysis;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has to guarantee.
 *
 * @param failures how many endpoints can fail at the same time, from 0
 * @param trafficModel capacities are checked if both they and traffic are declared
 * @param failoverSeconds within which clients have to leave a failed endpoint; null for no limit
 */
public record Obligations(
    int failures, TrafficModel trafficModel, @Nullable Integer failoverSeconds) {

  public Obligations {
    if (failures < 0) {
      throw new IllegalArgumentException(failures + " failures");
    }
  }

  /**
   * Only that every client gets an answer that is up while up to {@code failures} endpoints fail.
   */
  public static Obligations answers(int failures) {
    return new Obligations(failures, TrafficModel.NONE, null);
  }

  public OptionalInt failoverLimit() {
    return failoverSeconds == null ? OptionalInt.empty() : OptionalInt.of(failoverSeconds);
  }
}
