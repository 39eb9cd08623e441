package dev.meridian.preview;

import dev.meridian.change.Action;
import dev.meridian.change.ChangeGuard;
import dev.meridian.change.Changes;
import dev.meridian.change.HealthCheckChange;
import dev.meridian.change.RecordChange;
import dev.meridian.model.Owner;
import dev.meridian.model.RecordKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Terraform would do.
 *
 * @param changes also what does not change
 * @param moved the earlier address of each resource that gets another one, by the new address
 * @param recreated live record sets and health checks that would be deleted and created again under
 *     another address
 * @param notCompared the addresses of record sets whose values are outputs that are not known, so
 *     that only their other settings are compared; sorted
 */
public record Preview(
    Changes changes,
    SortedMap<String, String> moved,
    List<Recreated> recreated,
    List<String> notCompared) {

  public Preview {
    recreated = List.copyOf(recreated);
    notCompared = notCompared.stream().distinct().sorted().toList();
  }

  /**
   * A resource that is deleted, and one that is created and has the same settings.
   *
   * @param deleted its Terraform address
   * @param created its Terraform address
   * @param was what {@code was} would name: the earlier set identifier or health check
   * @param record the record set that is created; null for a health check
   * @param healthCheck the ID of the health check that is created; null for a record set
   */
  public record Recreated(
      String deleted,
      String created,
      String was,
      @Nullable RecordKey record,
      @Nullable String healthCheck) {}

  /** One resource. */
  public record Line(Action action, String address, String what) {}

  /** The resources that change or move, sorted by address. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (RecordChange change : changes.records()) {
      lines.add(new Line(change.action(), change.address(), what(change)));
    }
    for (HealthCheckChange change : changes.healthChecks()) {
      lines.add(new Line(change.action(), change.address(), "health check " + change.id()));
    }
    return lines.stream()
        .filter(line -> line.action() != Action.NO_CHANGE || moved.containsKey(line.address()))
        .sorted(Comparator.comparing(Line::address))
        .toList();
  }

  private static String what(RecordChange change) {
    return change.after().subject().or(change.before()::subject).orElse("");
  }

  /** The number of resources for each action that occurs. */
  public Map<Action, Integer> counts() {
    Map<Action, Integer> counts = new TreeMap<>();
    lines().forEach(line -> counts.merge(line.action(), 1, Integer::sum));
    return counts;
  }

  /**
   * The record sets of {@code zone} before the change, and how many of them change; without
   * ownership records, because no client notices them.
   */
  public ChangeGuard.Counts counts(String zone) {
    List<Action> actions =
        changes.records().stream()
            .filter(change -> !isOwnership(change))
            .map(RecordChange::action)
            .toList();
    return new ChangeGuard.Counts(
        zone,
        (int) actions.stream().filter(action -> action != Action.CREATE).count(),
        (int) actions.stream().filter(action -> action == Action.UPDATE).count(),
        (int) actions.stream().filter(Action::deletes).count());
  }

  private static boolean isOwnership(RecordChange change) {
    return change.before().recordSet().or(change.after()::recordSet).flatMap(Owner::of).isPresent();
  }
}
