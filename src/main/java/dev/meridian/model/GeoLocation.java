package dev.meridian.model;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The location of the clients of a geolocation record set, from the largest to the smallest.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_GeoLocation.html">API
 *     GeoLocation</a>
 */
public sealed interface GeoLocation {
  /** What a label begins with for a country with the code of a continent, such as Namibia. */
  String COUNTRY_PREFIX = "country-";

  /**
   * The label of a branch for it, which is unique among all locations: its code, or {@code
   * country-} and the code for a country with the code of a continent.
   */
  default String label() {
    return this instanceof Country && Continent.CODES.contains(code())
        ? COUNTRY_PREFIX + code()
        : code();
  }

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of location. */
  interface Cases<R> {
    R defaultLocation(Default location);

    R continent(Continent location);

    R country(Country location);

    R usState(UsState location);
  }

  /** Clients that no other location matches; country code {@code *} in Route 53. */
  record Default() implements GeoLocation {
    @Override
    public String code() {
      return "default";
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.defaultLocation(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Default;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /**
   * A continent.
   *
   * @param code one of AF AN AS EU NA OC SA
   */
  record Continent(String code) implements GeoLocation {
    public static final Set<String> CODES = Set.of("AF", "AN", "AS", "EU", "NA", "OC", "SA");

    public Continent {
      if (!CODES.contains(code)) {
        throw new InvalidValue(
            "\"" + code + "\" is not a continent code", "use AF, AN, AS, EU, NA, OC or SA");
      }
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.continent(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Continent that && code.equals(that.code);
    }

    @Override
    public int hashCode() {
      return code.hashCode();
    }
  }

  /**
   * A country.
   *
   * @param code ISO 3166-1 alpha-2; Route 53 does not support BV, CX, EH, and HM
   */
  record Country(String code) implements GeoLocation {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");
    private static final Set<String> NOT_SUPPORTED = Set.of("BV", "CX", "EH", "HM");

    public Country {
      if (!FORM.matcher(code).matches()) {
        throw new InvalidValue(
            "\"" + code + "\" is not a country code", "use an ISO 3166-1 code such as DE");
      }
      if (NOT_SUPPORTED.contains(code)) {
        throw new InvalidValue(
            "Route 53 has no geolocation records for " + code, "use its continent, or default");
      }
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.country(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Country that && code.equals(that.code);
    }

    @Override
    public int hashCode() {
      return code.hashCode();
    }
  }

  /**
   * A state of the United States, the only country whose subdivisions Route 53 supports.
   *
   * @param state the USPS code, such as CA
   */
  record UsState(String state) implements GeoLocation {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    public UsState {
      if (!FORM.matcher(state).matches()) {
        throw new InvalidValue(
            "\"" + state + "\" is not the code of a US state", "use a USPS code such as US-CA");
      }
    }

    @Override
    public String code() {
      return "US-" + state;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.usState(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof UsState that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
      return state.hashCode();
    }
  }

  /** The short form of this place: {@code default}, {@code EU}, {@code DE}, {@code US-CA}. */
  String code();
}
