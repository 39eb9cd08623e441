package dev.meridian.catalog;

/**
 * A continent of Route 53; the constant is its code.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_GeoLocation.html">
 *     GeoLocation</a>
 */
public enum Continent {
  AF("Africa"),
  AN("Antarctica"),
  AS("Asia"),
  EU("Europe"),
  NA("North America"),
  OC("Oceania"),
  SA("South America");

  private final String displayName;

  Continent(String displayName) {
    this.displayName = displayName;
  }

  /** The name in English. */
  public String displayName() {
    return displayName;
  }
}
