package dev.meridian.drill;

import dev.meridian.model.HealthCheck;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.Evaluation;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.RecordGroup;
import dev.meridian.resolve.Shares;
import dev.meridian.resolve.analysis.FailoverTime;
import dev.meridian.resolve.client.Client;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How long clients are still sent to an endpoint that failed, at most: as {@code prove} computes it
 * for health checks, and likewise for the checks of targets where no health check notices.
 */
public final class Prediction {
  private final DrilledZone zone;
  private final FailoverTime times;

  public Prediction(DrilledZone zone) {
    this.zone = zone;
    Map<String, HealthCheck> checks = zone.plan().healthChecksById();
    this.times = new FailoverTime(checks);
  }

  /** Whether a client is still sent to what failed when Route 53 has noticed it. */
  boolean isStranded(Question question, Outage outage, Client client) {
    Evaluation evaluation =
        new Evaluation(zone.resolver().order(client), zone.outages().health(outage));
    return zone.resolver().outcomes(question, evaluation).stream()
        .flatMap(outcome -> Shares.ends(outcome.result()).stream())
        .anyMatch(end -> outage.endpoints().contains(end));
  }

  /** Seconds; empty if nothing notices the outage. */
  public OptionalDouble failover(Question question, Outage outage) {
    ChangedStatuses changed = ChangedStatuses.of(zone.outages(), outage);
    Set<RecordGroup> groups = zone.resolver().groups(question);
    OptionalDouble byProbes =
        times
            .slowest(groups, changed.checks()::contains)
            .map(sum -> OptionalDouble.of((double) sum.seconds()))
            .orElse(OptionalDouble.empty());
    if (byProbes.isPresent() || !changed.reach(groups)) {
      return byProbes;
    }
    TargetTimes targets = zone.targets();
    return OptionalDouble.of(
        targets.interval() * targets.failures() + (double) DnsResult.RESOURCE_TTL);
  }
}
