package dev.meridian.resolve;

import dev.meridian.model.Answer;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long clients keep going to an endpoint that has failed: the checkers' interval × threshold
 * until they agree, and the TTL until resolvers ask again.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html">ResourceRecordSet,
 *     TTL</a>
 */
final class FailoverTime {
  private final Map<String, HealthCheck> checks;

  FailoverTime(Map<String, HealthCheck> checks) {
    this.checks = checks;
  }

  /** A record's time, made up of both parts in seconds. */
  record Sum(Member member, int detection, long ttl) {
    long seconds() {
      return detection + ttl;
    }
  }

  /** The slowest record of the groups that carries a check; empty where none does. */
  Optional<Sum> slowest(Iterable<Group> groups) {
    Sum slowest = null;
    for (Group group : groups) {
      for (Member member : group.members) {
        Optional<Sum> sum = sum(member);
        if (sum.isPresent() && (slowest == null || sum.get().seconds() > slowest.seconds())) {
          slowest = sum.get();
        }
      }
    }
    return Optional.ofNullable(slowest);
  }

  private Optional<Sum> sum(Member member) {
    OptionalInt detection = member.check == null ? OptionalInt.empty() : detection(member.check);
    return detection.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sum(member, detection.getAsInt(), ttl(member)));
  }

  /** Seconds; an alias is answered with the records behind it, and kept as long as they are. */
  private static long ttl(Member member) {
    Group target = member.target();
    if (target == null) {
      return own(member);
    }
    return Index.closure(target).stream()
        .flatMap(group -> Arrays.stream(group.members))
        .filter(behind -> behind.target() == null)
        .mapToLong(FailoverTime::own)
        .max()
        .orElse(0);
  }

  private static long own(Member member) {
    return member.record.answer() instanceof Answer.Values values
        ? values.ttl()
        : Ending.RESOURCE_TTL;
  }

  /** Seconds; empty where no probe is behind the check. */
  private OptionalInt detection(String id) {
    HealthCheck check = checks.get(id);
    if (check == null) {
      return OptionalInt.empty();
    }
    if (check.config() instanceof HealthCheckConfig.Endpoint probe) {
      return OptionalInt.of(probe.probing().interval() * probe.probing().failureThreshold());
    }
    if (check.config() instanceof HealthCheckConfig.Calculated calculated) {
      return calculated.children().stream()
          .filter(child -> !child.equals(id))
          .flatMapToInt(child -> detection(child).stream())
          .max();
    }
    return OptionalInt.empty();
  }
}
