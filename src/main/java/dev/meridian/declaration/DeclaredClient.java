package dev.meridian.declaration;

import dev.meridian.model.GeoLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client, with what is known about it. Null means not known.
 *
 * @param text as written: {@code DE}, {@code US-CA}, {@code DE+203.0.113.0/24}
 * @param location a country or a state of the US
 * @param address the client subnet or a single address, canonical (RFC 5952)
 * @param region the code of the AWS region that the client is in
 * @param zone the AZ ID of the client's Availability Zone
 * @param zoneGroup the group of that zone, or of a zone that is not given
 */
public record DeclaredClient(
    String text,
    @Nullable GeoLocation location,
    @Nullable String address,
    @Nullable String region,
    @Nullable Point point,
    @Nullable String zone,
    @Nullable String zoneGroup) {

  /** Degrees: latitude -90..90, longitude -180..180; north and east are positive. */
  public record Point(double latitude, double longitude) {}

  public static DeclaredClient unknown(String text) {
    return new DeclaredClient(text, null, null, null, null, null, null);
  }

  public DeclaredClient withLocation(GeoLocation found) {
    return new DeclaredClient(text, found, address, region, point, zone, zoneGroup);
  }

  public DeclaredClient withAddress(String found) {
    return new DeclaredClient(text, location, found, region, point, zone, zoneGroup);
  }

  public DeclaredClient withRegion(String found) {
    return new DeclaredClient(text, location, address, found, point, zone, zoneGroup);
  }

  public DeclaredClient withPoint(Point found) {
    return new DeclaredClient(text, location, address, region, found, zone, zoneGroup);
  }

  public DeclaredClient withZone(@Nullable String id, @Nullable String group) {
    return new DeclaredClient(text, location, address, region, point, id, group);
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
