package dev.meridian.drill;

import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Resolver;
import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.TrafficModel;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The zone of a drill and the people who use it.
 *
 * @param population where people are; the shares are together 1
 * @param targets how load balancers check their targets
 * @param objective seconds within which clients must leave what failed; null for no objective
 */
public record DrilledZone(
    RoutingPlan plan,
    Resolver resolver,
    OutageModel outages,
    TrafficModel traffic,
    List<ClientLocation> population,
    TargetTimes targets,
    @Nullable Integer objective) {
  public DrilledZone {
    population = List.copyOf(population);
  }

  OptionalInt failoverObjective() {
    return objective == null ? OptionalInt.empty() : OptionalInt.of(objective);
  }
}
