package dev.meridian.trafficpolicy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the setting of a branch, such as its weight. */
final class BranchPolicies {
  private static final String FIX = "change the document";
  private static final String LOCATION = "Location";

  private BranchPolicies() {}

  static RoutingPolicy read(PolicyKind kind, String rule, JsonNode branch) {
    return switch (kind) {
      case WEIGHTED -> new RoutingPolicy.Weighted(number(required(branch, "Weight", rule)));
      case MULTIVALUE -> new RoutingPolicy.Multivalue();
      case LATENCY -> new RoutingPolicy.Latency(required(branch, "Region", rule));
      case GEOLOCATION -> new RoutingPolicy.Geolocation(place(branch, rule));
      case GEOPROXIMITY -> near(branch, rule);
      case SIMPLE, FAILOVER, IP_BASED, AZ_AFFINITY ->
          throw new IllegalArgumentException(kind.keyword() + " has no list of branches");
    };
  }

  private static GeoLocation place(JsonNode branch, String rule) {
    String country = DocumentReader.text(branch, "Country");
    if ("true".equalsIgnoreCase(DocumentReader.text(branch, "IsDefault")) || "*".equals(country)) {
      return new GeoLocation.Default();
    }
    String state = DocumentReader.text(branch, "Subdivision");
    if (country == null) {
      return new GeoLocation.Continent(required(branch, "Continent", rule));
    }
    if (state == null) {
      return new GeoLocation.Country(country);
    }
    if (!country.equals("US")) {
      throw new InvalidValue("the rule " + rule + " has a subdivision of " + country, FIX);
    }
    return new GeoLocation.UsState(state);
  }

  private static RoutingPolicy near(JsonNode branch, String rule) {
    String bias = DocumentReader.text(branch, "Bias");
    return new RoutingPolicy.Geoproximity(
        branch.has(LOCATION) ? later(branch.path(LOCATION), rule) : at(branch, "Region", rule),
        bias == null ? 0 : number(bias));
  }

  /** The location in format 2023-05-09. */
  private static GeoproximityLocation later(JsonNode location, String rule) {
    String type = required(location, "Type", rule);
    if (type.equals("LocalZone")) {
      throw new InvalidValue(
          "the rule "
              + rule
              + " has the Local Zone "
              + required(location, "LocationName", rule)
              + ", and Route 53 has only groups of Local Zones elsewhere",
          "use a region or coordinates");
    }
    return at(location, "LocationName", rule);
  }

  private static GeoproximityLocation at(JsonNode location, String regionKey, String rule) {
    String latitude = DocumentReader.text(location, "Latitude");
    return latitude == null
        ? new GeoproximityLocation.InRegion(region(required(location, regionKey, rule)))
        : new GeoproximityLocation.At(
            decimal(latitude), decimal(required(location, "Longitude", rule)));
  }

  private static String region(String text) {
    return text.startsWith(RuleTypes.REGION) ? text.substring(RuleTypes.REGION.length()) : text;
  }

  private static String required(JsonNode branch, String key, String rule) {
    @Nullable String text = DocumentReader.text(branch, key);
    return InvalidValue.required(text, key + " in a branch of the rule " + rule);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidValue(text + " is not a whole number", FIX);
    }
  }

  private static BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new InvalidValue(text + " is not a number", FIX);
    }
  }
}
