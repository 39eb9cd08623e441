package dev.meridian.declaration.value;

import dev.meridian.catalog.Countries;
import dev.meridian.catalog.UsStates;
import dev.meridian.declaration.yaml.ClosestMatch;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoLocation.Continent;
import dev.meridian.model.GeoLocation.Country;
import dev.meridian.model.GeoLocation.Default;
import dev.meridian.model.GeoLocation.UsState;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the keys of {@code geolocation}: default, a continent, a country, or a US state. A country
 * with the code of a continent, such as Namibia, has the prefix {@code country-}.
 */
public final class GeoLocationReader {
  private static final String CONTINENT = "continent-";
  private static final String US_STATE = "US-";

  /** Common mistakes, and the code that was probably meant. */
  private static final Map<String, String> MEANT =
      Map.of("*", "default", "UK", "GB", "USA", "US", "EL", "GR", "Default", "default");

  private static final Pattern PART = Pattern.compile("[A-Z]{2}-.+");

  private GeoLocationReader() {}

  public static Optional<GeoLocation> read(YamlNode place, String key) {
    if (key.equals("default")) {
      return Optional.of(new Default());
    }
    if (key.startsWith(CONTINENT)) {
      return place.make(() -> new Continent(key.substring(CONTINENT.length())));
    }
    if (key.startsWith(GeoLocation.COUNTRY_PREFIX)) {
      return country(place, key.substring(GeoLocation.COUNTRY_PREFIX.length()));
    }
    if (key.startsWith(US_STATE)) {
      return usState(place, key.substring(US_STATE.length()));
    }
    return Continent.CODES.contains(key) ? Optional.of(new Continent(key)) : country(place, key);
  }

  private static Optional<GeoLocation> country(YamlNode place, String code) {
    if (Countries.byCode(code).isPresent()) {
      return place.make(() -> new Country(code));
    }
    String upper = code.toUpperCase(Locale.ROOT);
    Set<String> known = new TreeSet<>(Countries.codes());
    known.addAll(Continent.CODES);
    if (MEANT.containsKey(code) || (known.contains(upper) && !upper.equals(code))) {
      return place.refuse(
          "\"" + code + "\" is not a country code",
          "did you mean " + MEANT.getOrDefault(code, upper) + "?");
    }
    Optional<String> meant = GeoLocationNames.code(code);
    if (meant.isPresent()) {
      return place.refuse("write places as codes, not names", "write " + meant.get());
    }
    if (PART.matcher(code).matches()) {
      return place.refuse(
          "Route 53 supports subdivisions of the US only", "write " + code.substring(0, 2));
    }
    // For the four countries without geolocation records, the model has its own message.
    return place
        .make(() -> new Country(code))
        .flatMap(
            unknown ->
                place.refuse(
                    "there is no country with the code " + code,
                    "use an ISO 3166-1 code such as DE, a continent, US-CA, or default"));
  }

  private static Optional<GeoLocation> usState(YamlNode place, String code) {
    return UsStates.byCode(code).isPresent()
        ? place.make(() -> new UsState(code))
        : place.refuse(
            "there is no US state with the code " + code,
            ClosestMatch.of(code, UsStates.codes())
                .filter(near -> near.equalsIgnoreCase(code))
                .map(near -> "did you mean US-" + near + "?")
                .orElse("use a USPS code such as US-CA; territories such as PR are countries"));
  }
}
