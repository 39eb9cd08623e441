package dev.meridian.drill.simulate;

import dev.meridian.drill.ChangedStatuses;
import dev.meridian.drill.DrilledZone;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.IndexedRecord;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.analysis.FailoverTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long people can be sent to a failed endpoint: threshold × (interval + time of a failing
 * probe) until the checkers agree, plus the TTL, plus the last probe that still passed.
 */
final class PredictedTimes {
  private final DrilledZone zone;
  private final SimulationSettings settings;
  private final Map<String, HealthCheck> checks;

  PredictedTimes(DrilledZone zone, SimulationSettings settings) {
    this.zone = zone;
    this.settings = settings;
    this.checks = zone.plan().healthChecksById();
  }

  /** Seconds, rounded up; null if nothing notices the failure. */
  @Nullable Integer of(Question question, ChangedStatuses changed) {
    Set<RecordGroup> groups = zone.resolver().groups(question);
    Optional<Double> byCheck =
        new FailoverTime(checks)
            .slowest(groups, changed.checks()::contains)
            .map(sum -> sum.seconds() + probes(sum.member()));
    Optional<Double> byTarget = changed.reach(groups) ? Optional.of(target()) : Optional.empty();
    return Stream.of(byCheck, byTarget)
        .flatMap(Optional::stream)
        .max(Double::compare)
        .map(seconds -> (int) Math.ceil(seconds + settings.propagation()))
        .orElse(null);
  }

  private double target() {
    return zone.targets().failures() * zone.targets().interval()
        + settings.failingProbe()
        + DnsResult.RESOURCE_TTL;
  }

  /** The time that the probes themselves take. */
  private double probes(IndexedRecord member) {
    int threshold =
        Optional.ofNullable(member.check).map(checks::get).map(this::threshold).orElse(0);
    return threshold * settings.failingProbe() + HealthSimulation.ROUND_TRIP;
  }

  private int threshold(HealthCheck check) {
    if (check.config() instanceof HealthCheckConfig.Endpoint probe) {
      return probe.probing().failureThreshold();
    }
    return check.config() instanceof HealthCheckConfig.Calculated calculated
        ? calculated.children().stream()
            .filter(child -> !child.equals(check.id()))
            .flatMap(child -> Optional.ofNullable(checks.get(child)).stream())
            .mapToInt(this::threshold)
            .max()
            .orElse(0)
        : 0;
  }
}
