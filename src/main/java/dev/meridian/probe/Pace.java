package dev.meridian.probe;

import java.time.Duration;

/**
 * How many times faster than in reality time passes. Every interval and TTL is divided alike.
 *
 * @param speed above 0; 1 is real time
 */
public record Pace(double speed) {
  public static final Pace REAL = new Pace(1);

  private static final double NANOS = 1e9;

  /** How long a time takes at this pace. */
  public Duration of(double seconds) {
    return Duration.ofNanos(Math.round(seconds / speed * NANOS));
  }

  /** The same in milliseconds, at least 1, for time limits of sockets, where 0 means no limit. */
  int millis(double seconds) {
    return (int) Math.max(1, of(seconds).toMillis());
  }

  /** The seconds that pass in a time at this pace. */
  public double seconds(Duration time) {
    return time.toNanos() / NANOS * speed;
  }
}
