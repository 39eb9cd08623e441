package dev.meridian.resolve;

import dev.meridian.model.Value;
import java.util.Set;

/**
 * What Route 53 knows of everybody's health at one moment. What is not named here is healthy, as
 * Route 53 takes a health check without enough data to be.
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
