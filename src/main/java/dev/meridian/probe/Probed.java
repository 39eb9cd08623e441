package dev.meridian.probe;

import dev.meridian.model.CheckerRegion;
import org.jspecify.annotations.Nullable;

/**
 * A probe that was made.
 *
 * @param healthCheck the id of its health check
 * @param from the region of the checker; null for the check of a target
 * @param healthyCheckers how many of {@code checkers} say now that the endpoint is healthy
 * @param healthy whether that is enough
 * @param changed whether it was the other way around before this probe
 * @param late seconds from the time at which the probe was due to its result, at the pace of the
 *     monitor
 */
public record Probed(
    String healthCheck,
    @Nullable CheckerRegion from,
    ProbeResult result,
    int healthyCheckers,
    int checkers,
    boolean healthy,
    boolean changed,
    double late) {}
