package dev.meridian.cli.option;

import dev.meridian.change.Changes;
import dev.meridian.model.AzLocation;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Population;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All clients that can ask a hosted zone. Every command that asks from all clients gets them here;
 * see docs/adr/0070.
 *
 * @param noun what the shares are shares of, in the plural
 * @param areVpcsKnown whether these are the clients in the VPCs of a private zone, and no others
 */
public record ClientPopulation(List<ClientLocation> locations, String noun, boolean areVpcsKnown) {
  private static final int FEW = 5;

  public ClientPopulation {
    locations = List.copyOf(locations);
  }

  /** All clients of a zone whose latencies are those of the distance model. */
  public static ClientPopulation of(LoadedPlan zone) {
    return of(zone, zone);
  }

  /** All clients of two versions of a zone; latencies are those of the distance model. */
  public static ClientPopulation of(LoadedPlan before, LoadedPlan after) {
    return of(before, after, Map.of());
  }

  /**
   * All clients of two versions of a zone: those of both, as far as both know which VPCs can ask.
   *
   * @param latencies measured milliseconds by country or state and AWS region
   */
  static ClientPopulation of(
      LoadedPlan before, LoadedPlan after, Map<String, Map<String, Double>> latencies) {
    SortedSet<String> regions = new TreeSet<>(before.vpcRegions());
    SortedSet<String> now = after.vpcRegions();
    if (regions.isEmpty() || now.isEmpty()) {
      regions.clear();
    } else {
      regions.addAll(now);
    }
    return of(before.kind(), before.plan(), after.plan(), regions, latencies);
  }

  /**
   * The clients of a zone that Terraform changes: if the deployment creates the zone, those that it
   * declares, and those in the VPCs that could ask before.
   *
   * @param zones the zones of the deployment
   * @param earlier the Regions of VPCs that could ask a private zone before
   */
  public static ClientPopulation of(
      Changes changes, List<LoadedPlan> zones, SortedSet<String> earlier) {
    SortedSet<String> regions =
        zones.stream()
            .filter(zone -> zone.kind() == changes.kind())
            .filter(zone -> zone.plan().zone().equals(changes.after().zone()))
            .map(LoadedPlan::vpcRegions)
            .findFirst()
            .orElseGet(TreeSet::new);
    if (!regions.isEmpty()) {
      regions.addAll(earlier);
    }
    return of(changes.kind(), changes.before(), changes.after(), regions, Map.of());
  }

  /**
   * The world for a public zone; a VPC in each Region for a private one, or each Availability Zone
   * where AZ affinity decides.
   *
   * @param regions the Regions with a VPC that can ask a private zone; empty if they are not known
   */
  private static ClientPopulation of(
      ZoneKind zone,
      RoutingPlan before,
      RoutingPlan after,
      SortedSet<String> regions,
      Map<String, Map<String, Double>> latencies) {
    Set<AzLocation> locations = azLocations(before, after);
    return switch (zone) {
      case PRIVATE ->
          new ClientPopulation(
              Population.vpcs(locations, regions),
              locations.isEmpty() ? "Regions" : "Availability Zones",
              !regions.isEmpty());
      case PUBLIC -> new ClientPopulation(Population.locations(latencies), "people", false);
    };
  }

  /** The locations of AZ affinity that record sets are for. */
  private static Set<AzLocation> azLocations(RoutingPlan before, RoutingPlan after) {
    return Stream.of(before, after)
        .flatMap(plan -> plan.records().stream())
        .map(RecordSet::policy)
        .filter(RoutingPolicy.AzAffinity.class::isInstance)
        .map(policy -> ((RoutingPolicy.AzAffinity) policy).location())
        .collect(Collectors.toCollection(LinkedHashSet::new));
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
