package dev.meridian.resolve;

/**
 * One checker's opinion of an endpoint. It changes after {@code threshold} probes in a row that
 * contradict it, the same number in both directions.
 *
 * @param threshold probes, 1..10
 * @param against how many of the last probes in a row contradicted {@code healthy}
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html">HealthCheckConfig,
 *     FailureThreshold</a>
 */
public record CheckerState(int threshold, boolean healthy, int against) {

  public CheckerState {
    if (threshold < 1 || against < 0 || against >= threshold) {
      throw new IllegalArgumentException(against + " probes against a threshold of " + threshold);
    }
  }

  /** A checker that has made up its mind. */
  public static CheckerState of(int threshold, boolean healthy) {
    return new CheckerState(threshold, healthy, 0);
  }

  /** The opinion after one more probe. */
  public CheckerState after(boolean passed) {
    if (passed == healthy) {
      return of(threshold, healthy);
    }
    return against + 1 == threshold
        ? of(threshold, passed)
        : new CheckerState(threshold, healthy, against + 1);
  }
}
