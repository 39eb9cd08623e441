package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.Endpoint;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rule {@code health-check-names-own-record}. */
final class HealthCheckNamesOwnRecord implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (HealthCheck check : plan.plan().healthChecks()) {
      probed(check)
          .filter(name -> name.isWithin(plan.plan().zone()) && guards(plan, check, name))
          .ifPresent(
              name ->
                  report.add(
                      new Subject.OfHealthCheck(check.id()),
                      "probes " + name + ", whose answer depends on this very health check",
                      "probe a name of the endpoint itself, or its address"));
    }
  }

  private static Optional<DnsName> probed(HealthCheck check) {
    if (!(check.config() instanceof Endpoint endpoint)) {
      return Optional.empty();
    }
    Destination destination = endpoint.destination();
    return destination.ipAddress() == null
        ? destination.hostName().flatMap(DnsName::of)
        : Optional.empty();
  }

  /** Whether a record below {@code name} has the check. Checkers ask for A records only. */
  private static boolean guards(LintContext plan, HealthCheck check, DnsName name) {
    Set<RrsetKey> seen = new HashSet<>();
    Deque<RrsetKey> next =
        new ArrayDeque<>(
            List.of(new RrsetKey(name, RecordType.A), new RrsetKey(name, RecordType.CNAME)));
    while (!next.isEmpty()) {
      RrsetKey key = next.remove();
      if (seen.add(key)) {
        for (RecordSet record : plan.group(key)) {
          if (check.id().equals(record.healthCheck())) {
            return true;
          }
          LintContext.target(record).ifPresent(next::add);
        }
      }
    }
    return false;
  }
}
