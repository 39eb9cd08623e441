package dev.meridian.resolve;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.Distance;

/**
 * A point on Earth.
 *
 * @param latitude degrees, -90..90, north is positive
 * @param longitude degrees, -180..180, east is positive
 */
public record Place(double latitude, double longitude) {

  static Place of(AwsRegion region) {
    return new Place(region.latitude(), region.longitude());
  }

  /** The great-circle distance in kilometres. */
  double kilometresTo(Place other) {
    return Distance.kilometres(latitude, longitude, other.latitude, other.longitude);
  }
}
