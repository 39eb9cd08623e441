package dev.meridian.resolve;

import dev.meridian.model.Value;
import java.util.Set;

/**
 * The state of health at one moment. Everything that is not listed is healthy, like a health check
 * without enough data in Route 53.
 *
 * @param unhealthyChecks ids of health checks whose effective status, after disabling and
 *     inversion, is unhealthy
 * @param unhealthyResources DNS names of AWS alias targets that are unhealthy
 */
public record HealthState(Set<String> unhealthyChecks, Set<Value> unhealthyResources) {
  public static final HealthState ALL_HEALTHY = new HealthState(Set.of(), Set.of());

  public HealthState {
    unhealthyChecks = Set.copyOf(unhealthyChecks);
    unhealthyResources = Set.copyOf(unhealthyResources);
  }

  boolean check(String id) {
    return !unhealthyChecks.contains(id);
  }

  boolean resource(Value dnsName) {
    return !unhealthyResources.contains(dnsName);
  }
}
