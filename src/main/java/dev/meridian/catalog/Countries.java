package dev.meridian.catalog;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The countries that Route 53 has geolocation records for, in the order of their codes. Bouvet
 * Island, Christmas Island, Western Sahara and Heard Island (BV, CX, EH, HM) are not included.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-geo.html">
 *     Values specific for geolocation records</a>
 */
public final class Countries {

  private Countries() {}

  public static Optional<Country> byCode(String code) {
    return Loaded.COUNTRIES.byCode(code);
  }

  public static List<Country> all() {
    return Loaded.COUNTRIES.all();
  }

  public static SortedSet<String> codes() {
    return Loaded.COUNTRIES.codes();
  }

  private static Country country(NamedCsvRecord row) {
    return new Country(
        row.getField("code"),
        row.getField("name"),
        Continent.valueOf(row.getField("continent")),
        Double.parseDouble(row.getField("latitude")),
        Double.parseDouble(row.getField("longitude")),
        Long.parseLong(row.getField("population")));
  }

  /** Loads the file at the first use, because that is when Java initializes the class. */
  private static final class Loaded {
    static final Table<Country> COUNTRIES =
        Table.read("countries.csv", Countries::country, Country::code);
  }
}
