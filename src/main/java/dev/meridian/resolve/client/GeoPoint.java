package dev.meridian.resolve.client;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.Distance;

/**
 * A point on Earth.
 *
 * @param latitude degrees, -90..90, north is positive
 * @param longitude degrees, -180..180, east is positive
 */
public record GeoPoint(double latitude, double longitude) {

  /** The location of a region. */
  public static GeoPoint of(AwsRegion region) {
    return new GeoPoint(region.latitude(), region.longitude());
  }

  /** The great-circle distance in kilometers. */
  public double kilometresTo(GeoPoint other) {
    return Distance.kilometres(latitude, longitude, other.latitude, other.longitude);
  }
}
