package dev.meridian.resolve;

import java.util.Locale;

/**
 * Two Regions with so similar distances that the other one might be faster.
 *
 * @param milliseconds the model's latency to the Region that answers
 * @param otherMilliseconds the same for the other Region, less than 15 % more
 */
public record NearTie(
    String region, double milliseconds, String otherRegion, double otherMilliseconds) {

  /** One line that explains it. */
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
