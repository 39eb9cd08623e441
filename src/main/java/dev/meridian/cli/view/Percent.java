package dev.meridian.cli.view;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares as people read them. */
public final class Percent {
  private static final double HUNDRED = 100;
  private static final int TENTHS = 10;

  private Percent() {}

  /** Such as {@code 33.3 %}; what is not nothing is never shown as nothing. */
  public static String of(double share) {
    double percent = share * HUNDRED;
    if (percent > 0 && percent < 0.05) {
      return "< 0.1 %";
    }
    long tenths = Math.round(percent * TENTHS); // String.format takes 10 ms when it starts
    return tenths / TENTHS + "." + tenths % TENTHS + " %";
  }

  /** A number for programs, rounded to {@code digits} after the point. */
  static BigDecimal rounded(double number, int digits) {
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN);
  }
}
