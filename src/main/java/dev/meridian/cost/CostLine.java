package dev.meridian.cost;

import dev.meridian.catalog.Prices.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one thing costs per month.
 *
 * @param section the part of the deployment that it belongs to, such as {@code health checks} or a
 *     stack
 * @param what such as {@code us-east-1} or {@code Application Load Balancer}
 * @param quantity how many units per month
 * @param price per unit
 * @param note why the quantity is what it is; empty if that is clear
 */
public record CostLine(String section, String what, BigDecimal quantity, Price price, String note) {
  /** Hours of an average month, as AWS's own calculator counts. */
  public static final int HOURS = 730;

  private static final int CENTS = 2;

  /** Something that costs nothing. */
  public boolean isFree() {
    return quantity.signum() == 0;
  }

  /** US dollars per month, exact. */
  public BigDecimal exact() {
    return quantity.multiply(price.usd());
  }

  /** US dollars per month, rounded to cents. */
  public BigDecimal usd() {
    return exact().setScale(CENTS, RoundingMode.HALF_UP);
  }

  /** {@code count} things for all hours of a month. */
  static CostLine hourly(String section, String what, int count, Price price, String note) {
    BigDecimal hours = BigDecimal.valueOf((long) count * HOURS);
    return new CostLine(section, what, hours, price, note);
  }

  /** {@code count} things with a price per month. */
  static CostLine monthly(String section, String what, long count, Price price, String note) {
    return new CostLine(section, what, BigDecimal.valueOf(count), price, note);
  }
}
