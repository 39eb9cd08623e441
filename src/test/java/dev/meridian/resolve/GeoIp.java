package dev.meridian.resolve;

import dev.meridian.model.GeoLocation;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import inet.ipaddr.IPAddress;
import java.util.Optional;

/**
 * What Route 53 knows of a client from the packet that asks a public zone, for the vectors: the
 * subnet that the resolver sends along, or else the resolver's own address. The commands are told
 * where a client is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-edns0.html">How
 *     Route 53 uses EDNS0 to estimate the location of a user</a>
 */
interface GeoIp {

  /** The country, or for the US the state, of an address. */
  Optional<GeoLocation> place(IPAddress address);

  /**
   * The client.
   *
   * @param subnet the EDNS client subnet (RFC 7871); null if the resolver sends none
   */
  default Client client(IPAddress subnet, IPAddress resolver) {
    IPAddress address = subnet != null ? subnet : resolver;
    if (address == null) {
      return Client.UNKNOWN;
    }
    Client known = Client.UNKNOWN.withAddress(address);
    return place(address).map(location -> ClientLocator.at(known, location)).orElse(known);
  }
}
