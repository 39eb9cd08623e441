package dev.meridian.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Route 53 health check of a plan.
 *
 * @param id unique in its plan: the endpoint's or the health check's own name
 * @param inverted healthy counts as unhealthy, and the other way round
 * @param disabled counts as healthy before inversion, and is not probed
 */
public record HealthCheck(String id, HealthCheckConfig config, boolean inverted, boolean disabled) {

  /** The address and the host that it probes, as far as it has them. */
  public List<Value> values() {
    return config instanceof HealthCheckConfig.Endpoint probe
        ? Stream.of(probe.destination().address(), probe.destination().hostName())
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }
}
