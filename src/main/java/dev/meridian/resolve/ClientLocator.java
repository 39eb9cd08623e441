package dev.meridian.resolve;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Countries;
import dev.meridian.catalog.UsStates;
import dev.meridian.model.GeoLocation;
import inet.ipaddr.IPAddress;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Route 53 knows of a client from the packet that asks: the subnet that the resolver sends
 * along, or else the resolver's own address. A private zone ignores both and takes the VPC's
 * Region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-edns0.html">How
 *     Route 53 uses EDNS0 to estimate the location of a user</a>
 */
public final class ClientLocator {
  private final Function<IPAddress, Optional<GeoLocation>> database;

  /**
   * @param database the country, or for the US the state, of an address
   */
  public ClientLocator(Function<IPAddress, Optional<GeoLocation>> database) {
    this.database = database;
  }

  /**
   * The client of a public zone.
   *
   * @param subnet the EDNS client subnet (RFC 7871); null where the resolver sends none
   */
  public Client inPublicZone(@Nullable IPAddress subnet, @Nullable IPAddress resolver) {
    IPAddress address = subnet != null ? subnet : resolver;
    if (address == null) {
      return Client.UNKNOWN;
    }
    Client known = Client.UNKNOWN.withAddress(address);
    return database.apply(address).map(location -> at(known, location)).orElse(known);
  }

  /** The client of a private zone, asking from a VPC in {@code region}. */
  public static Client inVpc(String region) {
    GeoPoint place = AwsRegions.byCode(region).map(GeoPoint::of).orElse(null);
    Client there = Client.UNKNOWN.withVpcRegion(region);
    return RegionLocations.of(region).map(l -> at(there, l)).orElse(there).withPlace(place);
  }

  /** {@code client} in a country or a state of the US, with its point. */
  public static Client at(Client client, GeoLocation location) {
    if (location instanceof GeoLocation.UsState found) {
      Client there = client.withUsState(found.state());
      return UsStates.byCode(found.state())
          .map(s -> there.withPlace(new GeoPoint(s.latitude(), s.longitude())))
          .orElse(there);
    }
    if (location instanceof GeoLocation.Country found) {
      Client there = client.withCountry(found.code());
      return Countries.byCode(found.code())
          .map(c -> there.withPlace(new GeoPoint(c.latitude(), c.longitude())))
          .orElse(there);
    }
    return client;
  }
}
