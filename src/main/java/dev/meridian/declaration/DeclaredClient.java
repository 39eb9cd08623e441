package dev.meridian.declaration;

import dev.meridian.model.GeoLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks, as far as it was said who. What is null is not known.
 *
 * @param words as written: {@code DE}, {@code US-CA}, {@code DE+203.0.113.0/24}
 * @param location a country or a state of the US
 * @param address the client subnet or a single address, canonical
 * @param region the AWS region where the client stands
 * @param zone the AZ ID of the Availability Zone where the client is
 * @param zoneGroup the group of that zone, or of one that was not said
 */
public record DeclaredClient(
    String words,
    @Nullable GeoLocation location,
    @Nullable String address,
    @Nullable String region,
    @Nullable Point point,
    @Nullable String zone,
    @Nullable String zoneGroup) {

  /** Degrees; north and east are positive. */
  public record Point(double latitude, double longitude) {}

  public static DeclaredClient unknown(String words) {
    return new DeclaredClient(words, null, null, null, null, null, null);
  }

  public DeclaredClient withLocation(GeoLocation found) {
    return new DeclaredClient(words, found, address, region, point, zone, zoneGroup);
  }

  public DeclaredClient withAddress(String found) {
    return new DeclaredClient(words, location, found, region, point, zone, zoneGroup);
  }

  public DeclaredClient withRegion(String found) {
    return new DeclaredClient(words, location, address, found, point, zone, zoneGroup);
  }

  public DeclaredClient withPoint(Point found) {
    return new DeclaredClient(words, location, address, region, found, zone, zoneGroup);
  }

  public DeclaredClient withZone(@Nullable String id, @Nullable String group) {
    return new DeclaredClient(words, location, address, region, point, id, group);
  }

  public Optional<GeoLocation> country() {
    return Optional.ofNullable(location);
  }

  public Optional<String> subnet() {
    return Optional.ofNullable(address);
  }

  public Optional<String> awsRegion() {
    return Optional.ofNullable(region);
  }

  public Optional<Point> coordinates() {
    return Optional.ofNullable(point);
  }
}
