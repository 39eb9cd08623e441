package dev.meridian.aws;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RoutingPolicy;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.CidrRoutingConfig;
import software.amazon.awssdk.services.route53.model.Coordinates;
import software.amazon.awssdk.services.route53.model.GeoProximityLocation;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Reads a record set's routing policy.
 *
 * @param collections ids of CIDR collections to their names
 */
record RoutingPolicyReader(Map<String, String> collections) {
  private static final String DEFAULT = "*";
  private static final Pattern DEGREES = Pattern.compile("[-+]?[0-9]{1,3}(\\.[0-9]{0,9})?");

  RoutingPolicy read(ResourceRecordSet set) {
    if (set.weight() != null) {
      return new RoutingPolicy.Weighted(set.weight().intValue());
    }
    if (set.regionAsString() != null) {
      return new RoutingPolicy.Latency(set.regionAsString());
    }
    if (set.failoverAsString() != null) {
      return new RoutingPolicy.Failover(role(set.failoverAsString()));
    }
    if (set.geoLocation() != null) {
      return new RoutingPolicy.Geolocation(location(set.geoLocation()));
    }
    if (set.geoProximityLocation() != null) {
      return geoproximity(set.geoProximityLocation());
    }
    if (set.cidrRoutingConfig() != null) {
      return ipBased(set.cidrRoutingConfig());
    }
    if (Boolean.TRUE.equals(set.multiValueAnswer())) {
      return new RoutingPolicy.Multivalue();
    }
    return new RoutingPolicy.Simple();
  }

  private static RoutingPolicy.Failover.Role role(String name) {
    return Arrays.stream(RoutingPolicy.Failover.Role.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new InvalidValue("its failover role " + name + " is not known", "look at it"));
  }

  private static GeoLocation location(
      software.amazon.awssdk.services.route53.model.GeoLocation location) {
    if (location.continentCode() != null) {
      return new GeoLocation.Continent(location.continentCode());
    }
    String country = Required.of(location.countryCode(), "country in its geolocation");
    if (DEFAULT.equals(country)) {
      return new GeoLocation.Default();
    }
    if (location.subdivisionCode() == null) {
      return new GeoLocation.Country(country);
    }
    if (!"US".equals(country)) {
      throw new InvalidValue(
          "the part " + location.subdivisionCode() + " of " + country + " cannot be expressed",
          "use the country");
    }
    return new GeoLocation.UsState(location.subdivisionCode());
  }

  private static RoutingPolicy geoproximity(GeoProximityLocation location) {
    int bias = location.bias() == null ? 0 : location.bias();
    return new RoutingPolicy.Geoproximity(place(location), bias);
  }

  private static GeoproximityLocation place(GeoProximityLocation location) {
    if (location.awsRegion() != null) {
      return new GeoproximityLocation.InRegion(location.awsRegion());
    }
    if (location.localZoneGroup() != null) {
      return new GeoproximityLocation.InLocalZoneGroup(location.localZoneGroup());
    }
    Coordinates coordinates = Required.of(location.coordinates(), "place in its geoproximity");
    return new GeoproximityLocation.At(
        degrees(coordinates.latitude(), "latitude"), degrees(coordinates.longitude(), "longitude"));
  }

  private static BigDecimal degrees(@Nullable String text, String what) {
    String known = Required.of(text, what);
    if (!DEGREES.matcher(known).matches()) {
      throw new InvalidValue("its " + what + " \"" + known + "\" is no number", "look at it");
    }
    return new BigDecimal(known);
  }

  private RoutingPolicy ipBased(CidrRoutingConfig config) {
    String name = collections.get(Required.of(config.collectionId(), "CIDR collection"));
    if (name == null) {
      throw new InvalidValue(
          "its CIDR collection " + config.collectionId() + " cannot be read",
          "check the collection");
    }
    return new RoutingPolicy.IpBased(name, Required.of(config.locationName(), "CIDR location"));
  }
}
