package dev.meridian.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Route 53 health check of a plan.
 *
 * @param id unique in its plan: the name of the endpoint or of the health check
 * @param inverted whether healthy counts as unhealthy, and unhealthy as healthy
 * @param disabled whether Route 53 stops probing; the check then counts as healthy, before
 *     inversion
 */
public record HealthCheck(String id, HealthCheckConfig config, boolean inverted, boolean disabled) {

  /** The address and the host that it probes, if it has them. */
  public List<Value> values() {
    return config instanceof HealthCheckConfig.Endpoint probe
        ? Stream.of(probe.destination().address(), probe.destination().hostName())
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }
}
