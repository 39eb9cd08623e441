package dev.meridian.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Shares as people read them. */
final class Percent {
  private static final double HUNDRED = 100;

  private Percent() {}

  /** Such as {@code 33.3 %}; what is not nothing is never shown as nothing. */
  static String of(double share) {
    double percent = share * HUNDRED;
    return percent > 0 && percent < 0.05
        ? "< 0.1 %"
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** A number for programs, rounded to {@code digits} after the point. */
  static BigDecimal rounded(double number, int digits) {
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN);
  }
}
