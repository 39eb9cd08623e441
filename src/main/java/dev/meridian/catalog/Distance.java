package dev.meridian.catalog;

/** The distance between two places. */
public final class Distance {
  private static final double EARTH_RADIUS_KILOMETRES = 6371;

  private Distance() {}

  /**
   * The great-circle distance between two points on a sphere with a radius of 6,371 km.
   *
   * @param latitude degrees, -90..90; north is positive
   * @param longitude degrees, -180..180; east is positive
   * @return kilometres, with an error of up to about 0.5 % compared with the ellipsoid
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
    // For opposite points, rounding can make h slightly larger than 1.
    return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.sqrt(Math.min(1, h)));
  }

  private static double haversine(double angle) {
    double sine = Math.sin(angle / 2);
    return sine * sine;
  }
}
