package dev.meridian.drill.simulate;

import dev.meridian.drill.ScheduledOutage;
import dev.meridian.resolve.Question;
import org.jspecify.annotations.Nullable;

/**
 * Something in a simulation that should not happen.
 *
 * @param outage null if it is not about one of them
 * @param question null if it is not about one name
 * @param endpoint only for {@link Kind#OVER_CAPACITY}
 * @param value what was observed at worst, in the unit of the kind; null if it took longer than the
 *     outage
 * @param limit what should not be exceeded
 * @param at the second of the scenario at which it was observed; null if it is about a time
 * @param times in how many of the outages it happened
 */
public record SimulationFinding(
    Kind kind,
    @Nullable ScheduledOutage outage,
    @Nullable Question question,
    @Nullable String endpoint,
    @Nullable Double value,
    double limit,
    @Nullable Integer at,
    int times) {

  /** What can go wrong, the worst first. */
  public enum Kind {
    /** People have no answer; the value is their share. */
    NO_ANSWER,
    /**
     * People are still sent to a failed endpoint when the outage ends; the value is their share.
     */
    NEVER_LEFT,
    /** An endpoint carries more than its capacity; the value is in requests per second. */
    OVER_CAPACITY,
    /** People leave later than {@code objectives.failover-time}; the value is in seconds. */
    SLOWER_THAN_OBJECTIVE,
    /** People leave later than predicted; the value is in seconds. */
    SLOWER_THAN_PREDICTED
  }
}
