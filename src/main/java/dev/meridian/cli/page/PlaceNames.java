package dev.meridian.cli.page;

import dev.meridian.catalog.Countries;
import dev.meridian.catalog.Country;
import dev.meridian.catalog.UsState;
import dev.meridian.catalog.UsStates;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Population;
import java.util.HashMap;
import java.util.Map;

/** What people call client locations. */
final class PlaceNames {
  private final Map<String, String> names = new HashMap<>();

  PlaceNames() {
    for (Country country : Countries.all()) {
      names.put(country.code(), country.name());
    }
    for (UsState state : UsStates.all()) {
      names.put("US-" + state.code(), state.name());
    }
    names.put(Population.US_WITHOUT_STATE, "United States, state not known");
    names.put(Population.UNMAPPED, "addresses without a location");
  }

  /** Such as {@code Germany} or {@code Germany in 203.0.113.0/24}. */
  String of(ClientLocation location) {
    String name = names.getOrDefault(location.code(), location.code());
    String network = location.network();
    return network == null ? name : name + " in " + network;
  }
}
