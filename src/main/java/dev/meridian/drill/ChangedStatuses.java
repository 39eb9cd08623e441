package dev.meridian.drill;

import dev.meridian.model.RecordData;
import dev.meridian.model.Value;
import dev.meridian.resolve.HealthState;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.RecordGroup;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The statuses that an outage changes as soon as everything notices it.
 *
 * @param checks ids of health checks
 * @param targets DNS names of alias targets
 */
public record ChangedStatuses(Set<String> checks, Set<Value> targets) {
  public ChangedStatuses {
    checks = Set.copyOf(checks);
    targets = Set.copyOf(targets);
  }

  /** Those of an outage. */
  public static ChangedStatuses of(OutageModel model, Outage outage) {
    HealthState usual = model.health(Outage.NONE);
    HealthState then = model.health(outage);
    return new ChangedStatuses(
        difference(usual.unhealthyChecks(), then.unhealthyChecks()),
        difference(usual.unhealthyResources(), then.unhealthyResources()));
  }

  private static <T> Set<T> difference(Set<T> one, Set<T> other) {
    Set<T> all = new HashSet<>(one);
    all.addAll(other);
    all.removeIf(element -> one.contains(element) && other.contains(element));
    return all;
  }

  /** Whether an alias in these groups evaluates the health of one of the targets. */
  public boolean reach(Set<RecordGroup> groups) {
    return groups.stream()
        .flatMap(group -> Arrays.stream(group.members))
        .anyMatch(
            member ->
                member.record.data() instanceof RecordData.ResourceAlias alias
                    && alias.evaluateTargetHealth()
                    && targets.contains(alias.dnsName()));
  }

  public boolean isEmpty() {
    return checks.isEmpty() && targets.isEmpty();
  }

  /** Whether these health checks have the statuses that they should have. */
  public Predicate<HealthState> checksAsIn(HealthState right) {
    return state ->
        checks.stream()
            .allMatch(
                id -> state.unhealthyChecks().contains(id) == right.unhealthyChecks().contains(id));
  }

  /** Whether these alias targets have the statuses that they should have. */
  public Predicate<HealthState> targetsAsIn(HealthState right) {
    return state ->
        targets.stream()
            .allMatch(
                target ->
                    state.unhealthyResources().contains(target)
                        == right.unhealthyResources().contains(target));
  }
}
