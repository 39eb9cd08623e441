package dev.meridian.resolve;

import java.util.Locale;

/**
 * Two Regions so close in the distance model that the other one could well be the faster.
 *
 * @param milliseconds the model's latency to the Region that answers
 * @param otherMilliseconds less than 15 % more
 */
public record NearTie(
    String region, double milliseconds, String otherRegion, double otherMilliseconds) {

  /** One line of it. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "could go either way: by distance %s is about %.0f ms away and %s %.0f ms",
        region,
        milliseconds,
        otherRegion,
        otherMilliseconds);
  }
}
