package dev.meridian.model;

/**
 * A Route 53 health check of a plan.
 *
 * @param id unique in its plan: the endpoint's or the health check's own name
 * @param inverted healthy counts as unhealthy, and the other way round
 * @param disabled counts as healthy before inversion, and is not probed
 */
public record HealthCheck(
    String id, HealthCheckConfig config, boolean inverted, boolean disabled) {}
