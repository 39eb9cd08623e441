package dev.meridian.cli.option;

import dev.meridian.model.AzLocation;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Population;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/**
 * All clients that can ask a hosted zone.
 *
 * @param noun what the shares are shares of, in the plural
 * @param areVpcsKnown whether these are the clients in the VPCs of a private zone, and no others
 */
public record ClientPopulation(List<ClientLocation> locations, String noun, boolean areVpcsKnown) {
  private static final int FEW = 5;

  public ClientPopulation {
    locations = List.copyOf(locations);
  }

  /**
   * The world for a public zone; a VPC in each Region for a private one, or each Availability Zone
   * where AZ affinity decides.
   *
   * @param locations of AZ affinity that records name
   * @param regions the Regions with a VPC that can ask a private zone; empty if they are not known
   * @param latencies measured milliseconds by country or state and AWS region
   */
  static ClientPopulation of(
      ZoneKind zone,
      Collection<AzLocation> locations,
      SortedSet<String> regions,
      Map<String, Map<String, Double>> latencies) {
    return switch (zone) {
      case PRIVATE ->
          new ClientPopulation(
              Population.vpcs(locations, regions),
              locations.isEmpty() ? "Regions" : "Availability Zones",
              !regions.isEmpty());
      case PUBLIC -> new ClientPopulation(Population.locations(latencies), "people", false);
    };
  }

  /** All clients of a zone whose latencies are those of the distance model. */
  public static ClientPopulation of(ZoneKind zone) {
    return of(zone, List.of(), Collections.emptySortedSet(), Map.of());
  }

  /** The first few of {@code codes}, and the number of the others. */
  public String summary(List<String> codes) {
    if (codes.size() == locations.size()) {
      return "everybody";
    }
    String few = String.join(", ", codes.subList(0, Math.min(FEW, codes.size())));
    return codes.size() > FEW ? few + " and " + (codes.size() - FEW) + " more" : few;
  }

  /** The noun for one client: {@code Region}, {@code Availability Zone}, or {@code person}. */
  public String singular() {
    return noun.equals("people") ? "person" : noun.substring(0, noun.length() - 1);
  }

  /** The heading of a column of shares. */
  public String heading() {
    return noun.toUpperCase(Locale.ROOT);
  }
}
