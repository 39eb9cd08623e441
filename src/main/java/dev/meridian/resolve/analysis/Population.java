package dev.meridian.resolve.analysis;

import dev.meridian.catalog.AvailabilityZones;
import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Countries;
import dev.meridian.catalog.Country;
import dev.meridian.catalog.Partition;
import dev.meridian.catalog.RegionZones;
import dev.meridian.catalog.UsState;
import dev.meridian.catalog.UsStates;
import dev.meridian.model.AzLocation;
import dev.meridian.model.GeoLocation;
import dev.meridian.resolve.client.Client;
import dev.meridian.resolve.client.ClientLocator;
import dev.meridian.resolve.client.ClientZone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** All clients: by country, in the United States by state, and those without a known location. */
public final class Population {
  private static final String US = "US";

  /** A client in the United States whose state is not known. */
  public static final String US_WITHOUT_STATE = "US";

  /** A client whose address no database maps. */
  public static final String UNMAPPED = "unmapped";

  private Population() {}

  /** The locations, sorted by code; shares are of the world's population. */
  public static List<ClientLocation> locations() {
    return locations(Map.of());
  }

  /**
   * The locations with measured latencies.
   *
   * @param latencies milliseconds by location code and AWS region code; a state without latencies
   *     of its own has those of its country
   */
  public static List<ClientLocation> locations(Map<String, Map<String, Double>> latencies) {
    double world = Countries.all().stream().mapToDouble(Country::population).sum();
    double states = UsStates.all().stream().mapToDouble(UsState::population).sum();
    List<ClientLocation> locations = new ArrayList<>();
    for (Country country : Countries.all()) {
      boolean split = country.code().equals(US);
      double share = country.population() / world;
      locations.add(
          location(new GeoLocation.Country(country.code()), split ? 0 : share, latencies));
      if (split) {
        for (UsState state : UsStates.all()) {
          double part = share * state.population() / states;
          locations.add(location(new GeoLocation.UsState(state.code()), part, latencies));
        }
      }
    }
    locations.add(new ClientLocation(UNMAPPED, Client.UNKNOWN, 0));
    return locations;
  }

  /**
   * The clients of a private zone: a VPC in each Region of the commercial partition, all with equal
   * shares. The addresses of clients don't matter there.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html">
   *     Considerations for private hosted zones</a>
   */
  public static List<ClientLocation> vpcs() {
    return inRegions(
        AwsRegions.all().stream()
            .filter(region -> region.partition() == Partition.AWS)
            .map(AwsRegion::code)
            .toList());
  }

  private static List<ClientLocation> inRegions(Collection<String> regions) {
    double share = 1.0 / regions.size();
    return regions.stream()
        .map(code -> new ClientLocation(code, ClientLocator.inVpc(code), share))
        .toList();
  }

  /**
   * The clients of a private zone whose VPCs are known, all with equal shares.
   *
   * @param named as for {@link #vpcs(Collection)}
   * @param regions the codes of the Regions with a VPC that can ask, sorted; empty if they are not
   *     known, so that all can
   */
  public static List<ClientLocation> vpcs(Collection<AzLocation> named, SortedSet<String> regions) {
    if (regions.isEmpty()) {
      return vpcs(named);
    }
    List<ClientLocation> inRegions = inRegions(regions);
    if (named.isEmpty()) {
      return inRegions;
    }
    Map<String, ClientZone> zones = zones(named, Set.copyOf(regions));
    zones.values().removeIf(zone -> zone.region() == null || !regions.contains(zone.region()));
    List<ClientLocation> locations = new ArrayList<>();
    double share = 1.0 / zones.size();
    zones.forEach(
        (code, zone) -> locations.add(new ClientLocation(code, ClientLocator.inZone(zone), share)));
    for (ClientLocation region : inRegions) {
      locations.add(new ClientLocation(region.code(), region.client(), 0));
    }
    return List.copyOf(locations);
  }

  /**
   * The same where AZ affinity decides: every Availability Zone of the commercial partition and of
   * {@code named}, all with equal shares, and in each Region a client whose zone Route 53 does not
   * know, without a share.
   *
   * @param named the locations that records name; where there are none, this is {@link #vpcs()}
   */
  public static List<ClientLocation> vpcs(Collection<AzLocation> named) {
    if (named.isEmpty()) {
      return vpcs();
    }
    Map<String, ClientZone> zones = zones(named, Set.of());
    List<ClientLocation> locations = new ArrayList<>();
    double share = 1.0 / zones.size();
    zones.forEach(
        (code, zone) -> locations.add(new ClientLocation(code, ClientLocator.inZone(zone), share)));
    for (ClientLocation region : vpcs()) {
      locations.add(new ClientLocation(region.code(), region.client(), 0));
    }
    return List.copyOf(locations);
  }

  /** The zones by AZ ID: those of the commercial partition, of {@code regions}, and named ones. */
  private static Map<String, ClientZone> zones(Collection<AzLocation> named, Set<String> regions) {
    Map<String, ClientZone> zones = new TreeMap<>();
    for (RegionZones region : AvailabilityZones.all()) {
      for (String id : region.ids()) {
        ClientZone zone = ClientZone.of(id, null);
        boolean usual = Partition.AWS.id().equals(zone.partition());
        if (usual || regions.contains(region.region()) || isIn(zone, named)) {
          zones.put(id, zone);
        }
      }
    }
    for (AzLocation location : named) {
      if (zones.values().stream().noneMatch(zone -> zone.isIn(location))) {
        UnlistedZones.in(location, named).ifPresent(zone -> zones.put(zone.words(), zone));
      }
    }
    return zones;
  }

  private static boolean isIn(ClientZone zone, Collection<AzLocation> named) {
    return named.stream()
        .anyMatch(location -> !(location instanceof AzLocation.Global) && zone.isIn(location));
  }

  private static ClientLocation location(
      GeoLocation location, double share, Map<String, Map<String, Double>> latencies) {
    Map<String, Double> country =
        location instanceof GeoLocation.UsState ? latencies.getOrDefault(US, Map.of()) : Map.of();
    Map<String, Double> measured = latencies.getOrDefault(location.code(), country);
    Client client = ClientLocator.at(Client.UNKNOWN, location).withLatencies(measured);
    return new ClientLocation(location.code(), client, share);
  }
}
