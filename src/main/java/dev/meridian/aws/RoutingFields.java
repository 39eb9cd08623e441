package dev.meridian.aws;

import dev.meridian.model.ApiRouting;
import dev.meridian.model.InvalidValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.CidrRoutingConfig;
import software.amazon.awssdk.services.route53.model.Coordinates;
import software.amazon.awssdk.services.route53.model.GeoLocation;
import software.amazon.awssdk.services.route53.model.GeoProximityLocation;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Maps the SDK's routing fields to the flat form.
 *
 * @param collections maps ids of CIDR collections to their names
 */
record RoutingFields(Map<String, String> collections) {

  ApiRouting of(ResourceRecordSet set) {
    GeoLocation geo = set.geoLocation();
    GeoProximityLocation proximity = set.geoProximityLocation();
    CidrRoutingConfig cidr = set.cidrRoutingConfig();
    ApiRouting routing =
        new ApiRouting(
            set.weight(),
            set.regionAsString(),
            set.failoverAsString(),
            set.multiValueAnswer(),
            geo == null
                ? null
                : new ApiRouting.Geo(geo.continentCode(), geo.countryCode(), geo.subdivisionCode()),
            proximity == null ? null : geoproximity(proximity),
            cidr == null ? null : cidr(cidr),
            null); // SDK 2.40.2 does not have AZAffinity
    if (set.setIdentifier() != null && routing.equals(ApiRouting.NONE)) {
      throw InvalidValue.notKnownYet(
          "its routing policy (AZ affinity, for example, which this version of the AWS SDK for Java"
              + " does not have)",
          ApiRouting.EFFECT);
    }
    return routing;
  }

  private static ApiRouting.Geoproximity geoproximity(GeoProximityLocation location) {
    Integer bias = location.bias();
    return new ApiRouting.Geoproximity(
        location.awsRegion(),
        location.localZoneGroup(),
        coordinates(location.coordinates()),
        bias == null ? null : bias.longValue());
  }

  private static ApiRouting.@Nullable Coordinates coordinates(@Nullable Coordinates point) {
    return point == null ? null : new ApiRouting.Coordinates(point.latitude(), point.longitude());
  }

  private ApiRouting.Cidr cidr(CidrRoutingConfig config) {
    String id = config.collectionId();
    String name = id == null ? null : collections.get(id);
    if (id != null && name == null) {
      throw new InvalidValue(
          "its CIDR collection " + id + " cannot be read", "check the collection");
    }
    return new ApiRouting.Cidr(name, config.locationName());
  }
}
