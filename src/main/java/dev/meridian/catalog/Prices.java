package dev.meridian.catalog;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Optional;

/** List prices of AWS. The data file names the source of each. */
public final class Prices {
  private static final Table<Price> ROWS = Table.read("prices.csv", Prices::parse, Price::code);

  private Prices() {}

  /**
   * One price.
   *
   * @param item such as {@code hosted-zone}, {@code alb}, or {@code t3.micro}
   * @param region the code of the AWS Region; empty if the price is the same everywhere
   * @param usd US dollars per unit
   * @param unit such as {@code hour}, {@code million}, or {@code check-month}
   * @param source the page in the heading of the data file, such as {@code route53}
   * @param date when the source had this price, as {@code YYYY-MM-DD}
   */
  public record Price(
      String item, String region, BigDecimal usd, String unit, String source, String date) {
    private String code() {
      return code(item, region);
    }

    private static String code(String item, String region) {
      return item + " " + region;
    }
  }

  /**
   * The price of something that costs the same in all Regions.
   *
   * @throws IllegalArgumentException if the data file does not have it
   */
  public static Price of(String item) {
    return in(item, "").orElseThrow(() -> new IllegalArgumentException("no price for " + item));
  }

  /** The price of {@code item} in a Region; empty if the data file does not have it. */
  public static Optional<Price> in(String item, String region) {
    return ROWS.byCode(Price.code(item, region));
  }

  private static Price parse(NamedCsvRecord row) {
    return new Price(
        row.getField("item"),
        row.getField("region"),
        new BigDecimal(row.getField("usd")),
        row.getField("unit"),
        row.getField("source"),
        row.getField("date"));
  }
}
