package dev.meridian.resolve;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Which health checks an outage can change, so that a proof with many outages does not evaluate all
 * health checks of a plan in each of them.
 */
final class AffectedChecks {
  private final CheckStatuses statuses;
  private final SortedSet<String> unhealthyAnyway;
  private final Map<String, Set<String>> watching = new HashMap<>();
  private final Map<String, Set<String>> counting = new HashMap<>();

  /**
   * @param watched endpoints by the id of the health check that fails when all of them are down
   */
  AffectedChecks(Map<String, HealthCheck> checks, Map<String, Set<String>> watched) {
    statuses = new CheckStatuses(checks);
    unhealthyAnyway = statuses.unhealthy(id -> true);
    watched.forEach((id, endpoints) -> endpoints.forEach(one -> add(watching, one, id)));
    checks.forEach(
        (id, check) -> {
          if (check.config() instanceof HealthCheckConfig.Calculated calculated) {
            calculated.children().forEach(child -> add(counting, child, id));
          }
        });
  }

  private static void add(Map<String, Set<String>> map, String key, String id) {
    map.computeIfAbsent(key, k -> new HashSet<>()).add(id);
  }

  /**
   * The ids of all unhealthy health checks.
   *
   * @param endpoints everything that is down
   * @param healthChecks the ids of those that fail on their own
   * @param passes whether a health check passes on its own; those that watch nothing in {@code
   *     endpoints} and are not in {@code healthChecks} do
   */
  Set<String> unhealthy(
      Collection<String> endpoints, Collection<String> healthChecks, Predicate<String> passes) {
    Set<String> affected = new HashSet<>(healthChecks);
    endpoints.forEach(one -> affected.addAll(watching.getOrDefault(one, Set.of())));
    for (String id : List.copyOf(affected)) {
      affected.addAll(counting.getOrDefault(id, Set.of()));
    }
    Set<String> unhealthy = new HashSet<>(unhealthyAnyway);
    unhealthy.removeAll(affected);
    affected.retainAll(statuses.ids());
    unhealthy.addAll(statuses.unhealthy(affected, passes));
    return unhealthy;
  }
}
