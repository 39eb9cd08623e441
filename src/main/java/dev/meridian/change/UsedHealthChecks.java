package dev.meridian.change;

import dev.meridian.change.ChangeFinding.Kind;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Health checks that are deleted while record sets or calculated health checks use them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHealthCheck.html">API
 *     DeleteHealthCheck</a>
 */
final class UsedHealthChecks {
  private final Changes changes;
  private final ApplyOrder order;
  private final Map<String, List<RecordChange>> users = new HashMap<>();

  private UsedHealthChecks(Changes changes, ApplyOrder order) {
    this.changes = changes;
    this.order = order;
    for (RecordChange change : changes.records()) {
      change.before().records().stream()
          .flatMap(record -> record.healthCheckId().stream())
          .distinct()
          .forEach(id -> users.computeIfAbsent(id, key -> new ArrayList<>()).add(change));
    }
  }

  static List<ChangeFinding> of(Changes changes, ApplyOrder order) {
    UsedHealthChecks uses = new UsedHealthChecks(changes, order);
    List<ChangeFinding> findings = new ArrayList<>();
    for (HealthCheckChange check : changes.healthChecks()) {
      if (check.action().deletes()) {
        String id = check.earlier().map(HealthCheck::id).orElse(check.id());
        uses.byRecords(check, id).ifPresent(findings::add);
        uses.byParents(check, id).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<ChangeFinding> byRecords(HealthCheckChange check, String id) {
    Operation removal = Operation.remove(check.address());
    List<String> addresses = new ArrayList<>();
    boolean certain = false;
    for (RecordChange user : users.getOrDefault(id, List.of())) {
      List<Operation> steps = Operation.of(user.address(), user.action());
      Optional<Operation> end = steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(0));
      if (end.isEmpty() || !order.isBefore(end.get(), removal)) {
        addresses.add(user.address());
        certain |= end.isEmpty() || order.isBefore(removal, end.get());
      }
    }
    if (addresses.isEmpty()) {
      return Optional.empty();
    }
    addresses.add(check.address());
    return Optional.of(
        new ChangeFinding(
            Kind.HEALTH_CHECK,
            certain,
            "health check " + id,
            addresses,
            List.of(
                "It "
                    + (certain ? "is" : "may be")
                    + " deleted while record sets still use it. AWS does not say whether a deleted"
                    + " health check counts as healthy, so until these record sets are updated, it"
                    + " is not known who is sent to them.",
                check.action() == Action.DELETE
                    ? "Remove it from the record sets first, and delete it in a later run."
                    : "Add lifecycle { create_before_destroy = true } to it."),
            null));
  }

  /** Route 53 does not delete a health check that a calculated one counts. */
  private Optional<ChangeFinding> byParents(HealthCheckChange check, String id) {
    Operation removal = Operation.remove(check.address());
    List<String> addresses = new ArrayList<>();
    boolean certain = false;
    for (HealthCheckChange parent : changes.healthChecks()) {
      boolean counts =
          parent
              .earlier()
              .map(HealthCheck::config)
              .filter(HealthCheckConfig.Calculated.class::isInstance)
              .filter(config -> ((HealthCheckConfig.Calculated) config).children().contains(id))
              .isPresent();
      List<Operation> steps = Operation.of(parent.address(), parent.action());
      boolean ends = !steps.isEmpty() && order.isBefore(steps.get(0), removal);
      if (counts && !ends) {
        addresses.add(parent.address());
        certain |= steps.isEmpty() || order.isBefore(removal, steps.get(0));
      }
    }
    if (addresses.isEmpty()) {
      return Optional.empty();
    }
    addresses.add(check.address());
    return Optional.of(
        new ChangeFinding(
            Kind.REFUSED,
            certain,
            "health check " + id,
            addresses,
            List.of(
                "Route 53 "
                    + (certain ? "refuses" : "may refuse")
                    + " to delete it, because a calculated health check counts it.",
                check.action() == Action.DELETE
                    ? "Remove it from the calculated health check first, and delete it in a later"
                        + " run."
                    : "Add lifecycle { create_before_destroy = true } to it."),
            null));
  }
}
