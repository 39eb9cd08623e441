package dev.meridian.resolve;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.GeoPoint;
import java.util.Optional;

/**
 * The distances of geoproximity routing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geoproximity.html">Geoproximity
 *     routing</a>
 */
final class Proximity {

  private Proximity() {}

  /** Kilometers after bias; infinite if nothing is known. */
  static double biased(
      Client client,
      ZoneKind zone,
      RoutingPolicy.Geoproximity policy,
      Interpretation interpretation) {
    double actual = kilometres(client, zone, policy.location());
    double bias = policy.bias() / 100.0;
    boolean old = interpretation.has(Interpretation.Reading.NEGATIVE_BIAS_UNTIL_2023);
    return bias < 0 && old ? actual / (1 + bias) : actual * (1 - bias);
  }

  private static double kilometres(Client client, ZoneKind zone, GeoproximityLocation location) {
    Double given = client.distances().get(location.code());
    if (given != null) {
      return given;
    }
    return from(client, zone)
        .flatMap(place -> at(location).map(place::kilometresTo))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static Optional<GeoPoint> from(Client client, ZoneKind zone) {
    return zone == ZoneKind.PRIVATE && client.vpcRegion() != null
        ? AwsRegions.byCode(client.vpcRegion()).map(GeoPoint::of)
        : client.point();
  }

  private static Optional<GeoPoint> at(GeoproximityLocation location) {
    return location.accept(
        new GeoproximityLocation.Cases<>() {
          @Override
          public Optional<GeoPoint> inRegion(GeoproximityLocation.InRegion found) {
            return AwsRegions.byCode(found.region()).map(GeoPoint::of);
          }

          @Override
          public Optional<GeoPoint> inLocalZoneGroup(GeoproximityLocation.InLocalZoneGroup found) {
            return AwsRegions.byCode(parentRegion(found.group())).map(GeoPoint::of);
          }

          @Override
          public Optional<GeoPoint> at(GeoproximityLocation.At found) {
            return Optional.of(
                new GeoPoint(found.latitude().doubleValue(), found.longitude().doubleValue()));
          }
        });
  }

  /** {@code us-east-1} of {@code us-east-1-bos-1}: the nearest location in the catalog. */
  private static String parentRegion(String localZoneGroup) {
    int number = localZoneGroup.lastIndexOf('-');
    return localZoneGroup.substring(0, localZoneGroup.lastIndexOf('-', number - 1));
  }
}
