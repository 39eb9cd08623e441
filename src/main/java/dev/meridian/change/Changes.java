package dev.meridian.change;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a set of Terraform changes does in one hosted zone.
 *
 * @param zoneId null if the zone does not exist yet
 * @param zoneAction what happens to the zone itself; {@link Action#NO_CHANGE} also if the zone is
 *     managed elsewhere
 * @param before the zone before, as far as these stacks manage it
 * @param after the zone after, likewise; it includes what Terraform only forgets
 * @param records sorted by address; also those that do not change
 * @param healthChecks sorted by address; also those that do not change
 */
public record Changes(
    RoutingPlan before,
    RoutingPlan after,
    ZoneKind kind,
    @Nullable String zoneId,
    Action zoneAction,
    List<RecordChange> records,
    List<HealthCheckChange> healthChecks,
    Dependencies dependencies) {

  public Changes {
    records = records.stream().sorted(Comparator.comparing(RecordChange::address)).toList();
    healthChecks =
        healthChecks.stream().sorted(Comparator.comparing(HealthCheckChange::address)).toList();
  }

  /** The zone's ID in Route 53, if it exists already. */
  public Optional<String> id() {
    return Optional.ofNullable(zoneId);
  }

  /** The number of record sets with this action. */
  public long count(Action action) {
    return records.stream().filter(change -> change.action() == action).count();
  }

  /** The record sets that exist before, but not under this key afterwards. */
  public List<RecordKey> deletedKeys() {
    List<RecordKey> kept =
        records.stream().flatMap(change -> change.after().keys().stream()).toList();
    java.util.Set<RecordKey> after = new java.util.HashSet<>(kept);
    return records.stream()
        .flatMap(change -> change.before().keys().stream())
        .filter(key -> !after.contains(key))
        .distinct()
        .toList();
  }
}
