package dev.meridian.catalog;

import java.util.Locale;

/** What Route 53 and Global Accelerator charge for; a row of {@code prices.csv} each. */
public enum PriceItem {
  HOSTED_ZONE,
  HOSTED_ZONE_ABOVE_25,
  RECORD_ABOVE_10000,
  QUERIES_STANDARD,
  QUERIES_STANDARD_ABOVE_BILLION,
  QUERIES_LATENCY,
  QUERIES_LATENCY_ABOVE_BILLION,
  QUERIES_GEO,
  QUERIES_GEO_ABOVE_BILLION,
  QUERIES_IP_BASED,
  QUERIES_IP_BASED_ABOVE_BILLION,
  QUERIES_ALIAS_TO_AWS,
  HEALTH_CHECK_AWS,
  HEALTH_CHECK_OTHER,
  HEALTH_CHECK_CALCULATED,
  HEALTH_CHECK_FEATURE_AWS,
  HEALTH_CHECK_FEATURE_OTHER,
  TRAFFIC_POLICY_RECORD,
  GLOBAL_ACCELERATOR;

  /** The name in the file, such as {@code hosted-zone}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static PriceItem of(String code) {
    return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
