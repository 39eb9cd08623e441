package dev.meridian.catalog;

/** How far apart two places are. */
public final class Distance {
  private static final double EARTH_RADIUS_KILOMETRES = 6371;

  private Distance() {}

  /**
   * The great-circle distance of two points given in degrees, on a sphere.
   *
   * @return kilometres, at worst about half a percent off the ellipsoid
   * @see <a href="https://en.wikipedia.org/wiki/Haversine_formula">Haversine formula</a>
   */
  public static double kilometres(
      double latitude, double longitude, double toLatitude, double toLongitude) {
    double phi = Math.toRadians(latitude);
    double toPhi = Math.toRadians(toLatitude);
    double h =
        haversine(toPhi - phi)
            + Math.cos(phi)
                * Math.cos(toPhi)
                * haversine(Math.toRadians(toLongitude) - Math.toRadians(longitude));
    // Rounding can carry h just past 1 between opposite points.
    return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.sqrt(Math.min(1, h)));
  }

  private static double haversine(double angle) {
    double sine = Math.sin(angle / 2);
    return sine * sine;
  }
}
