package dev.meridian.resolve.client;

import inet.ipaddr.IPAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Route 53 knows about a client. Null or empty means not known.
 *
 * @param country the ISO 3166-1 code that Route 53's database gives, such as {@code DE}
 * @param usState the USPS code; only if the country is US
 * @param place the point from which distances are measured
 * @param address the client subnet; without it, the resolver's address
 * @param vpcRegion the Region of the VPC that asks, in a private zone
 * @param zone the Availability Zone that asks, in a private zone
 * @param latencies milliseconds by AWS region code; take precedence over the distance model
 * @param distances kilometers by the code of a geoproximity location; take precedence over the
 *     great circle
 */
public record Client(
    @Nullable String country,
    @Nullable String usState,
    @Nullable GeoPoint place,
    @Nullable IPAddress address,
    @Nullable String vpcRegion,
    @Nullable ClientZone zone,
    Map<String, Double> latencies,
    Map<String, Double> distances) {

  /** A client about which nothing is known, such as an address that no database maps. */
  public static final Client UNKNOWN =
      new Client(null, null, null, null, null, null, Map.of(), Map.of());

  public Client {
    latencies = Map.copyOf(latencies);
    distances = Map.copyOf(distances);
    if (usState != null && !"US".equals(country)) {
      throw new IllegalArgumentException("a US state in the country " + country);
    }
  }

  public Client withCountry(@Nullable String code) {
    return new Client(code, null, place, address, vpcRegion, zone, latencies, distances);
  }

  /** The client in a US state. */
  public Client withUsState(String code) {
    return new Client("US", code, place, address, vpcRegion, zone, latencies, distances);
  }

  public Client withPlace(@Nullable GeoPoint point) {
    return new Client(country, usState, point, address, vpcRegion, zone, latencies, distances);
  }

  public Client withAddress(@Nullable IPAddress subnet) {
    return new Client(country, usState, place, subnet, vpcRegion, zone, latencies, distances);
  }

  public Client withVpcRegion(@Nullable String region) {
    return new Client(country, usState, place, address, region, zone, latencies, distances);
  }

  public Client withZone(@Nullable ClientZone found) {
    return new Client(country, usState, place, address, vpcRegion, found, latencies, distances);
  }

  public Client withLatencies(Map<String, Double> milliseconds) {
    return new Client(country, usState, place, address, vpcRegion, zone, milliseconds, distances);
  }

  public Client withDistances(Map<String, Double> kilometres) {
    return new Client(country, usState, place, address, vpcRegion, zone, latencies, kilometres);
  }

  Optional<String> countryCode() {
    return Optional.ofNullable(country);
  }

  public Optional<GeoPoint> point() {
    return Optional.ofNullable(place);
  }
}
