package dev.meridian.preview;

import dev.meridian.change.Action;
import dev.meridian.change.Changes;
import dev.meridian.change.HealthCheckChange;
import dev.meridian.change.RecordChange;
import dev.meridian.change.RecordVersion;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RenamedHealthChecks;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the resources of a stack before and after a change by their Terraform addresses, as
 * Terraform does, and says what happens to each.
 */
public final class ChangePreview {
  private final ManagedZone before;
  private final ManagedZone after;
  private final SortedMap<String, RecordVersion> oldRecords;
  private final Map<String, HealthCheck> oldChecks = new TreeMap<>();
  private final Map<String, HealthCheck> newChecks = new TreeMap<>();
  private final SortedMap<String, String> moved = new TreeMap<>();
  private final List<String> notCompared = new ArrayList<>();
  private final RenamedHealthChecks renamed;

  /** The health checks, by their IDs in the plan, that get a new ID in Route 53. */
  private final Set<String> renewed = new HashSet<>();

  private ChangePreview(ManagedZone before, ManagedZone after) {
    this.before = before;
    this.after = after;
    checks(before, oldChecks);
    checks(after, newChecks);
    Map<String, String> same = new HashMap<>();
    newChecks.forEach(
        (address, check) ->
            earlier(address, oldChecks)
                .map(oldChecks::get)
                .ifPresent(old -> same.put(check.id(), old.id())));
    this.renamed = new RenamedHealthChecks(same, after.plan().healthChecksById().keySet());
    this.oldRecords = records(before);
    oldRecords.replaceAll(
        (address, version) ->
            new RecordVersion(
                version.records().stream().map(renamed::of).toList(),
                version.trafficPolicy(),
                null));
  }

  /**
   * What applying {@code after} does if the state contains {@code before}.
   *
   * @param kind of the zone
   * @param zoneId null if it is not known
   */
  public static Preview of(
      ManagedZone before, ManagedZone after, ZoneKind kind, @Nullable String zoneId) {
    return new ChangePreview(before, after).preview(kind, zoneId);
  }

  private Preview preview(ZoneKind kind, @Nullable String zoneId) {
    List<HealthCheckChange> checks = healthChecks();
    List<RecordChange> records = records();
    Changes changes =
        new Changes(
            before.plan(),
            after.plan(),
            kind,
            zoneId,
            Action.NO_CHANGE,
            records,
            checks,
            StackDependencies.of(before, after));
    return new Preview(changes, moved, Recreations.of(records, checks), notCompared);
  }

  private static void checks(ManagedZone zone, Map<String, HealthCheck> byAddress) {
    for (HealthCheck check : zone.plan().healthChecks()) {
      String address = zone.healthChecks().get(check.id());
      if (address != null) {
        byAddress.put(address, check);
      }
    }
  }

  private static SortedMap<String, RecordVersion> records(ManagedZone zone) {
    Set<RrsetKey> policies = zone.plan().policyGroups();
    Map<String, List<RecordSet>> instances = new HashMap<>();
    SortedMap<String, RecordVersion> byAddress = new TreeMap<>();
    for (RecordSet record : zone.plan().records()) {
      String address = zone.records().get(record.key());
      if (address != null && policies.contains(record.group())) {
        instances.computeIfAbsent(address, key -> new ArrayList<>()).add(record);
      } else if (address != null) {
        byAddress.put(address, RecordVersion.of(record));
      }
    }
    instances.forEach(
        (address, records) -> {
          records.sort(
              Comparator.comparing(one -> !zone.plan().policyRecords().contains(one.group())));
          byAddress.put(address, RecordVersion.ofPolicy(records));
        });
    return byAddress;
  }

  /** The address that a resource had: its own, or the one that it moves from. */
  private Optional<String> earlier(String address, Map<String, ?> existing) {
    String one = address;
    while (one != null && !existing.containsKey(one)) {
      one = after.moves().get(one);
    }
    return Optional.ofNullable(one);
  }

  private List<RecordChange> records() {
    SortedMap<String, RecordVersion> left = new TreeMap<>(oldRecords);
    List<RecordChange> changes = new ArrayList<>();
    records(after)
        .forEach(
            (address, next) -> {
              RecordVersion old = paired(address, left);
              changes.add(
                  old == null
                      ? new RecordChange(address, Action.CREATE, RecordVersion.NONE, next)
                      : new RecordChange(address, action(address, old, next), old, next));
            });
    left.forEach(
        (address, old) ->
            changes.add(new RecordChange(address, Action.DELETE, old, RecordVersion.NONE)));
    return changes;
  }

  /** Takes the earlier resource of an address out of {@code left}. */
  private <T> @Nullable T paired(String address, Map<String, T> left) {
    Optional<String> old = earlier(address, left);
    old.filter(from -> !from.equals(address)).ifPresent(from -> moved.put(address, from));
    return old.map(left::remove).orElse(null);
  }

  /**
   * The provider changes everything but the name in place.
   *
   * @see <a
   *     href="https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/internal/service/route53/record.go">
   *     schema of aws_route53_record</a>
   */
  private Action action(String address, RecordVersion old, RecordVersion next) {
    RecordSet first = next.records().get(0);
    if (!old.records().get(0).name().equals(first.name())) {
      return !next.trafficPolicy() && after.plan().aliasTargets().contains(first.group())
          ? Action.CREATE_THEN_DELETE
          : Action.DELETE_THEN_CREATE;
    }
    if (!next.trafficPolicy()) {
      return isSame(address, old.records().get(0), first) ? Action.NO_CHANGE : Action.UPDATE;
    }
    Map<RecordKey, RecordSet> earlier = new HashMap<>();
    old.records().forEach(record -> earlier.put(record.key(), record));
    boolean same = old.records().size() == next.records().size();
    for (RecordSet record : next.records()) {
      RecordSet before = earlier.get(record.key());
      same = same && before != null && isSame(address, before, record);
    }
    return same ? Action.NO_CHANGE : Action.UPDATE;
  }

  private boolean isSame(String address, RecordSet old, RecordSet next) {
    RecordSet known = next;
    if (isUnknown(next) && !old.data().equals(next.data()) && isComparable(old, next)) {
      notCompared.add(address);
      known = new RecordSet(next.key(), next.policy(), old.data(), next.healthCheck());
    }
    return old.equals(known) && !renewed.contains(next.healthCheckId().orElse(""));
  }

  private static boolean isUnknown(RecordSet record) {
    return record.data().parts().stream().anyMatch(value -> value.heldBy().isPresent());
  }

  /** Whether the data can be the same when outputs are known. */
  private static boolean isComparable(RecordSet old, RecordSet next) {
    boolean known = old.data().parts().stream().noneMatch(value -> value.heldBy().isPresent());
    if (old.data() instanceof RecordData.Values one
        && next.data() instanceof RecordData.Values other) {
      return known && one.ttl() == other.ttl() && one.values().size() == other.values().size();
    }
    return known
        && old.data() instanceof RecordData.ResourceAlias one
        && next.data() instanceof RecordData.ResourceAlias other
        && one.evaluateTargetHealth() == other.evaluateTargetHealth();
  }

  private List<HealthCheckChange> healthChecks() {
    SortedMap<String, HealthCheck> left = new TreeMap<>(oldChecks);
    List<HealthCheckChange> changes = new ArrayList<>();
    newChecks.forEach(
        (address, check) -> {
          HealthCheck old = paired(address, left);
          Action action =
              old == null ? Action.CREATE : action(renamed.of(old), withControl(old, check));
          changes.add(new HealthCheckChange(address, action, check.id(), old, check));
          if (action.creates()) {
            renewed.add(check.id());
          }
        });
    changes.replaceAll(this::withNewChildren);
    left.forEach(
        (address, check) ->
            changes.add(new HealthCheckChange(address, Action.DELETE, check.id(), check, null)));
    return changes;
  }

  /** A calculated health check is updated if one that it counts gets another ID. */
  private HealthCheckChange withNewChildren(HealthCheckChange change) {
    boolean counts =
        change
            .later()
            .filter(check -> check.config() instanceof HealthCheckConfig.Calculated)
            .map(check -> ((HealthCheckConfig.Calculated) check.config()).children())
            .filter(children -> children.stream().anyMatch(renewed::contains))
            .isPresent();
    return counts && change.action() == Action.NO_CHANGE
        ? new HealthCheckChange(
            change.address(), Action.UPDATE, change.id(), change.before(), change.after())
        : change;
  }

  /** A routing control of the stack stays the same one, although only the state has its ARN. */
  private static HealthCheck withControl(HealthCheck old, HealthCheck next) {
    boolean same =
        old.config() instanceof HealthCheckConfig.RecoveryControl before
            && next.config() instanceof HealthCheckConfig.RecoveryControl after
            && before.routingControlArn() instanceof Value.Literal
            && after.routingControlArn() instanceof Value.Reference;
    return same ? new HealthCheck(next.id(), old.config(), next.inverted(), next.disabled()) : next;
  }

  /** The stacks create a health check before they delete the one that it replaces. */
  private static Action action(HealthCheck old, HealthCheck next) {
    if (HealthCheckReplacement.isNeeded(old, next)) {
      return Action.CREATE_THEN_DELETE;
    }
    boolean unknown = next.values().stream().anyMatch(value -> value.heldBy().isPresent());
    boolean known = old.values().stream().noneMatch(value -> value.heldBy().isPresent());
    return old.equals(next) || (unknown && known) ? Action.NO_CHANGE : Action.UPDATE;
  }
}
