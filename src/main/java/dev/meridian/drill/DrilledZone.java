package dev.meridian.drill;

import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.TrafficModel;
import java.util.List;

/**
 * The zone of a drill and the people who use it.
 *
 * @param population where people are; the shares are together 1
 * @param targets how load balancers check their targets
 */
public record DrilledZone(
    RoutingPlan plan,
    Resolver resolver,
    OutageModel outages,
    TrafficModel traffic,
    List<ClientLocation> population,
    TargetTimes targets) {
  public DrilledZone {
    population = List.copyOf(population);
  }
}
