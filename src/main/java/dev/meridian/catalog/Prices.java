package dev.meridian.catalog;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.List;

/**
 * The price list, as of the date in {@code prices.csv}.
 *
 * @see <a href="https://aws.amazon.com/route53/pricing">Route 53 pricing</a>
 */
public final class Prices {

  /** Health checks of endpoints in AWS that cost nothing, per account. */
  public static final int FREE_AWS_HEALTH_CHECKS = 50;

  /** Hosted zones at the first price, per account. */
  public static final int HOSTED_ZONES_AT_FIRST_PRICE = 25;

  /** Records of a hosted zone that its price includes. */
  public static final int RECORDS_INCLUDED = 10_000;

  /** Queries a month at the first price. */
  public static final long QUERIES_AT_FIRST_PRICE = 1_000_000_000L;

  private Prices() {}

  /** The price of {@code item}. */
  public static Price of(PriceItem item) {
    return Loaded.PRICES.byCode(item.code()).orElseThrow();
  }

  public static List<Price> all() {
    return Loaded.PRICES.all();
  }

  private static Price price(NamedCsvRecord row) {
    return new Price(
        PriceItem.of(row.getField("item")),
        Price.Unit.of(row.getField("unit")),
        new BigDecimal(row.getField("price")),
        row.getField("note"));
  }

  /** Read when first used, by the rules of class initialization. */
  private static final class Loaded {
    static final Table<Price> PRICES =
        Table.read("prices.csv", Prices::price, price -> price.item().code());
  }
}
