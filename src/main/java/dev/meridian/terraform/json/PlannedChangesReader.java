package dev.meridian.terraform.json;

import dev.meridian.change.Action;
import dev.meridian.change.Changes;
import dev.meridian.change.Dependencies;
import dev.meridian.change.HealthCheckChange;
import dev.meridian.change.RecordChange;
import dev.meridian.change.RecordVersion;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;
import dev.meridian.terraform.json.PlannedChanges.ZoneChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@link PlannedChanges} from a plan: from its prior state, changes, and planned values. */
public final class PlannedChangesReader {

  private final TerraformFile file;
  private final RoutingPlans.Read before;
  private final RoutingPlans.Read after;
  private final Map<String, PlannedAction> actions;

  /** Record sets that don't change, and whose zone is not known. */
  private int unplaced;

  private PlannedChangesReader(
      TerraformFile file, RoutingPlans.Read before, RoutingPlans.Read after) {
    this.file = file;
    this.before = before;
    this.after = after;
    this.actions = PlannedAction.byAddress(file.json());
  }

  /**
   * Reads {@code file}, which must be a plan.
   *
   * @param zoneNames hosted zone ID to name, for zones that the plan does not contain
   * @param namedKind the kind of those zones
   */
  public static PlannedChanges read(
      TerraformFile file, Map<String, DnsName> zoneNames, ZoneKind namedKind) {
    return new PlannedChangesReader(
            file,
            RoutingPlans.readWithAddresses(List.of(file.priorState()), zoneNames, namedKind),
            RoutingPlans.readWithAddresses(List.of(file.applied()), zoneNames, namedKind))
        .changes();
  }

  private PlannedChanges changes() {
    List<ZoneChange> zones = new ArrayList<>();
    List<HealthCheckChange> checks = healthChecks();
    Dependencies dependencies = dependencies();
    Map<String, List<RecordChange>> records = new HashMap<>();
    Set<String> withoutZone = new TreeSet<>();
    ZonePairs pairs = ZonePairs.of(before.plans().zones(), after.plans().zones(), file.json());
    for (String address : recordAddresses()) {
      place(address, pairs, records, withoutZone);
    }
    for (ZonePairs.Pair pair : pairs.all()) {
      zones.add(
          new ZoneChange(
              pair.before(),
              pair.after(),
              changes(pair, records.getOrDefault(pair.key(), List.of()), checks, dependencies)));
    }
    zones.sort(Comparator.comparing(zone -> zone.changes().before().zone()));
    return new PlannedChanges(zones, unread(), List.copyOf(withoutZone), notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(file.incomplete().stream().toList());
    if (unplaced > 0) {
      notes.add("the hosted zone of " + unplaced + " of the unchanged record sets is not known");
    }
    return notes;
  }

  private static Changes changes(
      ZonePairs.Pair pair,
      List<RecordChange> records,
      List<HealthCheckChange> checks,
      Dependencies dependencies) {
    PlansRead.Zone known = pair.known();
    RoutingPlan none = new RoutingPlan(known.name(), List.of(), List.of(), List.of());
    return new Changes(
        pair.before() == null ? none : pair.before().plan(),
        pair.after() == null ? none : pair.after().plan(),
        known.kind(),
        pair.before() == null ? known.id() : pair.before().id(),
        pair.action(),
        records,
        checks,
        dependencies);
  }

  private Set<String> recordAddresses() {
    Set<String> addresses = new TreeSet<>(before.records().keySet());
    addresses.addAll(before.unread().keySet());
    addresses.addAll(after.records().keySet());
    addresses.addAll(after.unread().keySet());
    return addresses;
  }

  private record Half(RecordVersion version, HostedZones.@Nullable Zone zone) {
    static final Half NONE = new Half(RecordVersion.NONE, null);

    static Half of(RoutingPlans.Read read, String address) {
      RecordSetReader.Found found = read.records().get(address);
      if (found != null) {
        return new Half(
            found.trafficPolicy()
                ? RecordVersion.ofPolicy(found.records())
                : RecordVersion.of(found.records().get(0)),
            found.zone());
      }
      UnreadResources.Placed unread = read.unread().get(address);
      return unread == null ? NONE : new Half(RecordVersion.unread(unread.record()), unread.zone());
    }

    Optional<String> key(Map<String, String> keys) {
      return Optional.ofNullable(zone).map(known -> keys.getOrDefault(known.key(), known.key()));
    }
  }

  /** Adds a change to its zone. If the zone itself changes, the record set moves. */
  private void place(
      String address,
      ZonePairs pairs,
      Map<String, List<RecordChange>> records,
      Set<String> withoutZone) {
    Half old = Half.of(before, address);
    Half next = Half.of(after, address);
    PlannedAction planned = actions.getOrDefault(address, PlannedAction.NONE);
    Optional<String> from = old.key(pairs.before());
    Optional<String> to = next.key(pairs.after());
    boolean lost =
        (old.version().exists() && from.isEmpty()) || (next.version().exists() && to.isEmpty());
    if (lost && planned.action().isIdle()) {
      unplaced++;
    } else if (lost) {
      withoutZone.add(address);
    }
    boolean moves = from.isPresent() && to.isPresent() && !from.equals(to);
    from.ifPresent(
        zone ->
            add(
                records,
                zone,
                moves
                    ? new RecordChange(address, Action.DELETE, old.version(), RecordVersion.NONE)
                    : change(address, planned, old.version(), next.version())));
    to.filter(zone -> moves || from.isEmpty())
        .ifPresent(
            zone ->
                add(
                    records,
                    zone,
                    moves
                        ? new RecordChange(
                            address,
                            Action.CREATE,
                            RecordVersion.NONE,
                            next.version(),
                            planned.overwrites())
                        : change(address, planned, old.version(), next.version())));
  }

  private static RecordChange change(
      String address, PlannedAction planned, RecordVersion old, RecordVersion next) {
    return new RecordChange(address, planned.action(), old, next, planned.overwrites());
  }

  private static void add(
      Map<String, List<RecordChange>> records, String zone, RecordChange change) {
    records.computeIfAbsent(zone, key -> new ArrayList<>()).add(change);
  }

  private List<HealthCheckChange> healthChecks() {
    Map<String, HealthCheck> old = checks(before);
    Map<String, HealthCheck> next = checks(after);
    Map<String, String> ids = new TreeMap<>(after.checks().byAddress());
    before.checks().byAddress().forEach(ids::putIfAbsent);
    List<HealthCheckChange> changes = new ArrayList<>();
    ids.forEach(
        (address, id) -> {
          String earlier = before.checks().byAddress().get(address);
          changes.add(
              new HealthCheckChange(
                  address,
                  actions.getOrDefault(address, PlannedAction.NONE).action(),
                  id,
                  earlier == null ? null : old.get(earlier),
                  after.checks().byAddress().containsKey(address) ? next.get(id) : null));
        });
    return changes;
  }

  private static Map<String, HealthCheck> checks(RoutingPlans.Read read) {
    Map<String, HealthCheck> checks = new HashMap<>();
    read.plans().zones().forEach(zone -> checks.putAll(zone.plan().healthChecksById()));
    return checks;
  }

  private Dependencies dependencies() {
    ConfiguredDependencies configured = ConfiguredDependencies.of(file.json());
    return new Dependencies(
        StateJson.dependencies(file.json().path("prior_state").path("values")),
        configured.known(),
        configured.unknown(),
        Set.of());
  }

  /** Each problem once: most are the same before and after. */
  private List<Diagnostic> unread() {
    Map<String, Diagnostic> all = new LinkedHashMap<>();
    for (Diagnostic one : after.plans().unread()) {
      all.put(one.toString(), one);
    }
    for (Diagnostic one : before.plans().unread()) {
      all.putIfAbsent(one.toString(), one);
    }
    return all.values().stream().sorted(Diagnostic.IN_FILE_ORDER).toList();
  }
}
