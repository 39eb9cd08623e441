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
import java.util.Collections;
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

  /** The clients of a private zone whose VPCs are not known, without AZ affinity. */
  public static List<ClientLocation> vpcs() {
    return vpcs(List.of(), Collections.emptySortedSet());
  }

  /**
   * The clients of a private zone: a VPC in each Region, or in each Availability Zone where AZ
   * affinity decides, all with equal shares. With zones, each Region also has a client whose zone
   * Route 53 does not know, without a share. The addresses of clients don't matter there.
   *
   * @param named the locations of AZ affinity that records name; empty if it decides nowhere
   * @param regions the codes of the Regions with a VPC that can ask, sorted; empty if they are not
   *     known. All Regions of the commercial partition can then, and all zones of {@code named}
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html">
   *     Considerations for private hosted zones</a>
   */
  public static List<ClientLocation> vpcs(Collection<AzLocation> named, SortedSet<String> regions) {
    Collection<String> codes = regions.isEmpty() ? commercial() : regions;
    if (named.isEmpty()) {
      double share = 1.0 / codes.size();
      return codes.stream().map(code -> inRegion(code, share)).toList();
    }
    Map<String, ClientZone> zones = zones(named, regions);
    if (!regions.isEmpty()) {
      zones.values().removeIf(zone -> zone.region() == null || !regions.contains(zone.region()));
    }
    double share = 1.0 / zones.size();
    List<ClientLocation> locations = new ArrayList<>();
    zones.forEach(
        (code, zone) -> locations.add(new ClientLocation(code, ClientLocator.inZone(zone), share)));
    codes.forEach(code -> locations.add(inRegion(code, 0)));
    return List.copyOf(locations);
  }

  private static List<String> commercial() {
    return AwsRegions.all().stream()
        .filter(region -> region.partition() == Partition.AWS)
        .map(AwsRegion::code)
        .toList();
  }

  private static ClientLocation inRegion(String code, double share) {
    return new ClientLocation(code, ClientLocator.inVpc(code), share);
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
