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
 */
public record DeclaredClient(
    String text,
    @Nullable GeoLocation location,
    @Nullable String address,
    @Nullable String region,
    @Nullable Point point) {

  /** Degrees: latitude -90..90, longitude -180..180; north and east are positive. */
  public record Point(double latitude, double longitude) {}

  public static DeclaredClient unknown(String text) {
    return new DeclaredClient(text, null, null, null, null);
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
