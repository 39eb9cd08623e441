package dev.meridian.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The regions from which Route 53 probes endpoints.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html">API
 *     HealthCheckConfig.Regions</a>
 */
public enum CheckerRegion {
  AP_NORTHEAST_1,
  AP_SOUTHEAST_1,
  AP_SOUTHEAST_2,
  EU_WEST_1,
  SA_EAST_1,
  US_EAST_1,
  US_WEST_1,
  US_WEST_2;

  /** The AWS region code, such as {@code eu-west-1}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CheckerRegion> of(String code) {
    return Arrays.stream(values()).filter(region -> region.code().equals(code)).findFirst();
  }
}
