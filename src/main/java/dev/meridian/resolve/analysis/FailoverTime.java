package dev.meridian.resolve.analysis;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.resolve.DnsResult;
import dev.meridian.resolve.IndexedRecord;
import dev.meridian.resolve.PlanIndex;
import dev.meridian.resolve.RecordGroup;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * How long clients are still sent to an endpoint that has failed: interval × threshold until the
 * checkers agree, plus the TTL until resolvers ask again.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html">ResourceRecordSet,
 *     TTL</a>
 */
public final class FailoverTime {
  private final Map<String, HealthCheck> checks;

  public FailoverTime(Map<String, HealthCheck> checks) {
    this.checks = checks;
  }

  /** The time of a record, with both parts in seconds. */
  public record Sum(IndexedRecord member, int detection, long ttl) {
    public long seconds() {
      return detection + ttl;
    }
  }

  /** The slowest record of the groups with a health check; empty if no record has one. */
  public Optional<Sum> slowest(Iterable<RecordGroup> groups) {
    return slowest(groups, healthCheck -> true);
  }

  /** The same for the records that have one of these health checks. */
  public Optional<Sum> slowest(Iterable<RecordGroup> groups, Predicate<String> healthChecks) {
    Sum slowest = null;
    for (RecordGroup group : groups) {
      for (IndexedRecord member : group.members) {
        Optional<Sum> sum =
            member.check != null && healthChecks.test(member.check)
                ? sum(member, member.check)
                : Optional.empty();
        if (sum.isPresent() && (slowest == null || sum.get().seconds() > slowest.seconds())) {
          slowest = sum.get();
        }
      }
    }
    return Optional.ofNullable(slowest);
  }

  private Optional<Sum> sum(IndexedRecord member, String check) {
    OptionalInt detection = detection(check);
    return detection.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sum(member, detection.getAsInt(), ttl(member)));
  }

  /** Seconds; an alias has the TTL of the records behind it. */
  private static long ttl(IndexedRecord member) {
    RecordGroup target = member.target();
    if (target == null) {
      return own(member);
    }
    return PlanIndex.closure(target).stream()
        .flatMap(group -> Arrays.stream(group.members))
        .filter(behind -> behind.target() == null)
        .mapToLong(FailoverTime::own)
        .max()
        .orElse(0);
  }

  private static long own(IndexedRecord member) {
    return member.record.data() instanceof RecordData.Values values
        ? values.ttl()
        : DnsResult.RESOURCE_TTL;
  }

  /** Seconds; empty if the health check depends on no probe. */
  private OptionalInt detection(String id) {
    HealthCheck check = checks.get(id);
    if (check == null) {
      return OptionalInt.empty();
    }
    return check
        .config()
        .accept(
            new HealthCheckConfig.Cases<>() {
              @Override
              public OptionalInt endpoint(HealthCheckConfig.Endpoint config) {
                return OptionalInt.of(
                    config.probing().interval() * config.probing().failureThreshold());
              }

              @Override
              public OptionalInt calculated(HealthCheckConfig.Calculated config) {
                return config.children().stream()
                    .filter(child -> !child.equals(id))
                    .flatMapToInt(child -> detection(child).stream())
                    .max();
              }

              @Override
              public OptionalInt cloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) {
                return OptionalInt.empty();
              }

              @Override
              public OptionalInt recoveryControl(HealthCheckConfig.RecoveryControl config) {
                return OptionalInt.empty();
              }

              @Override
              public OptionalInt unidentified(HealthCheckConfig.Unidentified config) {
                return OptionalInt.empty();
              }
            });
  }
}
