package dev.meridian.resolve.client;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.model.ZoneKind;
import java.util.Optional;

/**
 * The latency from a client to a Region. AWS does not publish its measurements. Without a table of
 * its own, a client's latency follows from the distance, which is wrong if cables do not follow the
 * great circle (South America, Africa, the Gulf to India).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html">Latency-based
 *     routing</a>
 */
public final class Latencies {
  /** Milliseconds at any distance. */
  private static final double BASE = 5;

  /**
   * Milliseconds per kilometer: 200 km per millisecond one way, there and back, times 1.5 for
   * detours.
   */
  private static final double PER_KILOMETRE = 0.015;

  /** Below this ratio, the distance model cannot decide which Region is faster. */
  private static final double NEAR = 1.15;

  private Latencies() {}

  /** Milliseconds; infinite if nothing is known. */
  public static double milliseconds(Client client, ZoneKind zone, String region) {
    if (zone == ZoneKind.PRIVATE && client.vpcRegion() != null) {
      return inVpc(client, client.vpcRegion(), region);
    }
    Double measured = client.latencies().get(region);
    if (measured != null) {
      return measured;
    }
    return modelled(client.point(), region);
  }

  /** In private zones, the closest Region counts, not the latency. */
  private static double inVpc(Client client, String vpcRegion, String region) {
    if (vpcRegion.equals(region)) {
      return 0;
    }
    Double given = client.distances().get(region);
    return given != null
        ? BASE + given * PER_KILOMETRE
        : modelled(AwsRegions.byCode(vpcRegion).map(GeoPoint::of), region);
  }

  private static double modelled(Optional<GeoPoint> from, String region) {
    return from.flatMap(
            place -> AwsRegions.byCode(region).map(GeoPoint::of).map(place::kilometresTo))
        .map(kilometres -> BASE + kilometres * PER_KILOMETRE)
        .orElse(Double.POSITIVE_INFINITY);
  }

  public static boolean near(double milliseconds, double other) {
    return Double.isFinite(other) && other < milliseconds * NEAR;
  }
}
