package dev.meridian.builder;

/**
 * How a function changes the weights of a name to what CloudWatch measures; docs/weights.md. It
 * needs a target latency, an error rate, or shares. Immutable.
 */
public final class AdjustSettings {
  private final Object minimum;
  private final Object maximum;
  private final Mapping shares;
  private final Mapping others;

  private AdjustSettings(Object minimum, Object maximum, Mapping shares, Mapping others) {
    this.minimum = minimum;
    this.maximum = maximum;
    this.shares = shares;
    this.others = others;
  }

  /**
   * The same bounds for the weights of all branches.
   *
   * @param minimum 0 to 255
   * @param maximum 0 to 255
   */
  public static AdjustSettings within(int minimum, int maximum) {
    return new AdjustSettings(minimum, maximum, Mapping.EMPTY, Mapping.EMPTY);
  }

  /** Bounds for the weight of each branch, with {@link #bounds}. */
  public static AdjustSettings withBounds() {
    return new AdjustSettings(Mapping.EMPTY, Mapping.EMPTY, Mapping.EMPTY, Mapping.EMPTY);
  }

  /**
   * The bounds of one branch, after {@link #withBounds}.
   *
   * @param label the label of the branch
   * @throws IllegalStateException after {@link #within}
   */
  public AdjustSettings bounds(String label, int branchMinimum, int branchMaximum) {
    if (minimum instanceof Mapping low && maximum instanceof Mapping high) {
      return new AdjustSettings(
          low.with(label, branchMinimum), high.with(label, branchMaximum), shares, others);
    }
    throw new IllegalStateException(
        "all branches have the same bounds, so you cannot set those of " + label);
  }

  /** Seconds that a region's targets may take on average, above 0. */
  public AdjustSettings targetLatency(double seconds) {
    return with("target-latency", Branch.plain(seconds));
  }

  /** The percentage of requests that may fail, above 0 and below 100. */
  public AdjustSettings errorRate(double percent) {
    return with("error-rate", Branch.plain(percent));
  }

  /**
   * The percentage of requests that a branch should get; those of all branches add up to 100.
   *
   * @param label the label of the branch
   */
  public AdjustSettings share(String label, int percent) {
    return new AdjustSettings(minimum, maximum, shares.with(label, percent), others);
  }

  /** How far a weight moves at once, at most, 1 to 255; by default, 10. */
  public AdjustSettings step(int weight) {
    return with("step", weight);
  }

  /** Seconds between two changes; by default, the metrics' delay and 300. */
  public AdjustSettings coolDown(int seconds) {
    return with("cool-down", seconds);
  }

  /** Seconds after which CloudWatch has the metrics of a minute; by default, 120. */
  public AdjustSettings metricDelay(int seconds) {
    return with("metric-delay", seconds);
  }

  private AdjustSettings with(String key, Object value) {
    return new AdjustSettings(minimum, maximum, shares, others.with(key, value));
  }

  Mapping mapping() {
    Mapping all = others.with("minimum", minimum).with("maximum", maximum);
    return shares.isEmpty() ? all : all.with("share", shares);
  }
}
