package dev.meridian.cli.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Shares as text for people. */
public final class Percent {
  private static final double HUNDRED = 100;
  private static final int TENTHS = 10;

  private Percent() {}

  /** Such as {@code 33.3 %}; a share above 0 is never shown as 0. */
  public static String of(double share) {
    double percent = share * HUNDRED;
    if (percent > 0 && percent < 0.05) {
      return "< 0.1 %";
    }
    long tenths = Math.round(percent * TENTHS); // String.format takes 10 ms when it starts
    return tenths / TENTHS + "." + tenths % TENTHS + " %";
  }

  /** An exact share, such as {@code 3/10}. */
  public static String fraction(BigFraction share) {
    return share.toString().replace(" ", "");
  }

  /** A number for JSON, rounded to {@code digits} decimal places. */
  public static BigDecimal rounded(double number, int digits) {
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN);
  }
}
