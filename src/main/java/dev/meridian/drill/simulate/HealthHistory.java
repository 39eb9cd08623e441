package dev.meridian.drill.simulate;

import dev.meridian.resolve.HealthState;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the name servers see during one outage.
 *
 * @param epochs in the order of time; the first begins at 0
 */
record HealthHistory(List<Epoch> epochs) {

  /**
   * A time without a change.
   *
   * @param at seconds after the beginning of the scenario
   */
  record Epoch(double at, HealthState health) {}

  HealthHistory {
    epochs = List.copyOf(epochs);
  }

  /** The end of an epoch, in seconds after the beginning of the scenario. */
  double end(int epoch) {
    return epoch + 1 < epochs.size() ? epochs.get(epoch + 1).at() : Double.POSITIVE_INFINITY;
  }

  /**
   * Seconds from one time until the state of health is as it should be.
   *
   * @return {@link Spread#NEVER} if it is not before the other time
   */
  double until(Predicate<HealthState> right, double from, double to) {
    for (int i = 0; i < epochs.size(); i++) {
      double begin = Math.max(epochs.get(i).at(), from);
      if (begin < Math.min(end(i), to) && right.test(epochs.get(i).health())) {
        return begin - from;
      }
    }
    return Spread.NEVER;
  }
}
