package dev.meridian.drill;

import dev.meridian.resolve.Outage;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An outage of a scenario.
 *
 * @param at seconds after the beginning, at least 0
 * @param length seconds, at least 1; null until the end
 */
public record ScheduledOutage(Outage outage, int at, @Nullable Integer length) {

  /** Seconds after the beginning; empty if it lasts until the end. */
  public OptionalInt end() {
    return length == null ? OptionalInt.empty() : OptionalInt.of(at + length);
  }

  boolean isUnderWay(double seconds) {
    return seconds >= at && (length == null || seconds < at + length);
  }
}
