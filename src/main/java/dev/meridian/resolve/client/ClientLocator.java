package dev.meridian.resolve.client;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Countries;
import dev.meridian.catalog.UsStates;
import dev.meridian.model.GeoLocation;

/** What Route 53 knows about a client because of its location. */
public final class ClientLocator {
  private ClientLocator() {}

  /** A client of a private zone in a VPC in {@code region}. */
  public static Client inVpc(String region) {
    GeoPoint place = AwsRegions.byCode(region).map(GeoPoint::of).orElse(null);
    Client there = Client.UNKNOWN.withVpcRegion(region);
    return RegionLocations.of(region).map(l -> at(there, l)).orElse(there).withPlace(place);
  }

  /** A client in an Availability Zone, which asks a private zone. */
  public static Client inZone(ClientZone zone) {
    Client there = zone.region() == null ? Client.UNKNOWN : inVpc(zone.region());
    return there.withZone(zone);
  }

  /** {@code client} in a country or US state, with its point; larger places have no point. */
  public static Client at(Client client, GeoLocation location) {
    return location.accept(
        new GeoLocation.Cases<Client>() {
          @Override
          public Client defaultLocation(GeoLocation.Default found) {
            return client;
          }

          @Override
          public Client continent(GeoLocation.Continent found) {
            return client;
          }

          @Override
          public Client country(GeoLocation.Country found) {
            Client there = client.withCountry(found.code());
            return Countries.byCode(found.code())
                .map(c -> there.withPlace(new GeoPoint(c.latitude(), c.longitude())))
                .orElse(there);
          }

          @Override
          public Client usState(GeoLocation.UsState found) {
            Client there = client.withUsState(found.state());
            return UsStates.byCode(found.state())
                .map(s -> there.withPlace(new GeoPoint(s.latitude(), s.longitude())))
                .orElse(there);
          }
        });
  }
}
