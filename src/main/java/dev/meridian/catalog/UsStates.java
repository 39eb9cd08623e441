package dev.meridian.catalog;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The subdivisions that Route 53 has geolocation records for: the US states, in the order of their
 * codes. Territories such as Puerto Rico are {@link Countries}.
 */
public final class UsStates {

  private UsStates() {}

  public static Optional<UsState> byCode(String code) {
    return Loaded.STATES.byCode(code);
  }

  public static List<UsState> all() {
    return Loaded.STATES.all();
  }

  public static SortedSet<String> codes() {
    return Loaded.STATES.codes();
  }

  private static UsState state(NamedCsvRecord row) {
    return new UsState(
        row.getField("code"),
        row.getField("name"),
        Double.parseDouble(row.getField("latitude")),
        Double.parseDouble(row.getField("longitude")),
        Long.parseLong(row.getField("population")));
  }

  /** Loads the file at the first use, because that is when Java initializes the class. */
  private static final class Loaded {
    static final Table<UsState> STATES =
        Table.read("us-states.csv", UsStates::state, UsState::code);
  }
}
