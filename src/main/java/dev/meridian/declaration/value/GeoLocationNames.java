package dev.meridian.declaration.value;

import dev.meridian.catalog.Continent;
import dev.meridian.catalog.Countries;
import dev.meridian.catalog.UsStates;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the code of a place by its English name. */
final class GeoLocationNames {

  private GeoLocationNames() {}

  static Optional<String> code(String name) {
    Stream<String> continents =
        Arrays.stream(Continent.values())
            .filter(continent -> continent.displayName().equalsIgnoreCase(name))
            .map(Continent::name);
    Stream<String> countries =
        Countries.all().stream()
            .filter(country -> country.name().equalsIgnoreCase(name))
            .map(country -> country.code());
    Stream<String> states =
        UsStates.all().stream()
            .filter(state -> state.name().equalsIgnoreCase(name))
            .map(state -> "US-" + state.code());
    return Stream.of(continents, countries, states).flatMap(codes -> codes).findFirst();
  }
}
