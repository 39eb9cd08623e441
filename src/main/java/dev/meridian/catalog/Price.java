package dev.meridian.catalog;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What one unit of an item costs in the commercial Regions.
 *
 * @param dollars US dollars before taxes
 * @param note what the price covers, and what about it is not from AWS's page; may be empty
 */
public record Price(PriceItem item, Unit unit, BigDecimal dollars, String note) {

  /** What is counted: the item for an hour or a month, or a million queries. */
  public enum Unit {
    HOUR,
    MONTH,
    MILLION;

    static Unit of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
