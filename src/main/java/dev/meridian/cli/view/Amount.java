package dev.meridian.cli.view;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Requests per second as text for people. */
final class Amount {
  private Amount() {}

  /** At most one digit after the point. */
  static String of(double amount) {
    BigDecimal rounded = BigDecimal.valueOf(amount).setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
