package dev.meridian.preview;

import dev.meridian.change.Action;
import dev.meridian.change.HealthCheckChange;
import dev.meridian.change.RecordChange;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordSet;
import dev.meridian.preview.Preview.Recreated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is deleted and created again, because it has another name: record sets of one name and
 * type with the same data and routing, and health checks with the same settings.
 */
final class Recreations {
  private final List<Recreated> found = new ArrayList<>();

  private Recreations() {}

  static List<Recreated> of(List<RecordChange> records, List<HealthCheckChange> checks) {
    Recreations recreations = new Recreations();
    recreations.checks(checks);
    recreations.records(records);
    return recreations.found;
  }

  private void records(List<RecordChange> changes) {
    List<RecordChange> deleted = new ArrayList<>();
    changes.stream().filter(one -> one.action() == Action.DELETE).forEach(deleted::add);
    for (RecordChange created : changes) {
      if (created.action() != Action.CREATE) {
        continue;
      }
      Optional<RecordChange> same =
          deleted.stream().filter(old -> isSame(old, created)).findFirst();
      same.ifPresent(
          old -> {
            deleted.remove(old);
            RecordSet was = old.before().recordSet().orElseThrow();
            RecordSet now = created.after().recordSet().orElseThrow();
            found.add(
                new Recreated(
                    old.address(),
                    created.address(),
                    was.key().identifier().orElse(was.name().text()),
                    now.key(),
                    null));
          });
    }
  }

  /** A record set keeps its group. Its health check can have another name too. */
  private static boolean isSame(RecordChange deleted, RecordChange created) {
    Optional<RecordSet> old = deleted.before().recordSet();
    Optional<RecordSet> now = created.after().recordSet();
    return old.isPresent()
        && now.isPresent()
        && !deleted.isTrafficPolicy()
        && !created.isTrafficPolicy()
        && old.get().group().equals(now.get().group())
        && old.get().policy().equals(now.get().policy())
        && old.get().data().equals(now.get().data())
        && old.get().healthCheckId().isPresent() == now.get().healthCheckId().isPresent();
  }

  private void checks(List<HealthCheckChange> changes) {
    List<HealthCheckChange> deleted = new ArrayList<>();
    changes.stream().filter(one -> one.action() == Action.DELETE).forEach(deleted::add);
    for (HealthCheckChange created : changes) {
      if (created.action() != Action.CREATE) {
        continue;
      }
      deleted.stream()
          .filter(old -> isSame(old, created))
          .findFirst()
          .ifPresent(
              old -> {
                deleted.remove(old);
                found.add(
                    new Recreated(old.address(), created.address(), old.id(), null, created.id()));
              });
    }
  }

  private static boolean isSame(HealthCheckChange deleted, HealthCheckChange created) {
    Optional<HealthCheck> old = deleted.earlier();
    Optional<HealthCheck> now = created.later();
    return old.isPresent()
        && now.isPresent()
        && old.get().config().equals(now.get().config())
        && old.get().inverted() == now.get().inverted()
        && old.get().disabled() == now.get().disabled();
  }
}
