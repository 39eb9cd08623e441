package dev.meridian.importing;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.Destination;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parts of a plan that go into the file, and those that are left out. */
final class ImportState {
  private final RoutingPlan plan;
  private final SortedMap<RrsetKey, List<RecordSet>> groups;
  private final Set<RrsetKey> incomplete;
  private final SortedMap<String, HealthCheck> checks = new TreeMap<>();
  private final SortedMap<String, CidrCollection> collections = new TreeMap<>();
  private final Map<DnsName, String> refused = new TreeMap<>();
  private final Set<String> reasons = new TreeSet<>();
  private final SortedMap<DnsName, ImportedName> trees = new TreeMap<>();
  private final SortedMap<DnsName, Set<RecordType>> types = new TreeMap<>();
  private final Set<DnsName> exposed = new TreeSet<>();
  private final Set<DnsName> literal = new TreeSet<>();
  private final Set<String> partReasons = new TreeSet<>();
  private final OtherRecords others;

  ImportState(RoutingPlan plan, Set<RrsetKey> incomplete, OtherRecords others) {
    this.plan = plan;
    this.groups = plan.groups();
    this.incomplete = incomplete;
    this.others = others;
    checks.putAll(plan.healthChecksById());
    checks.values().removeIf(check -> check.config() instanceof HealthCheckConfig.Unidentified);
    plan.healthChecks().forEach(this::leaveOutUnknownDestination);
    plan.cidrCollections().forEach(one -> collections.put(one.name(), one));
  }

  private void leaveOutUnknownDestination(HealthCheck check) {
    if (check.config() instanceof HealthCheckConfig.Endpoint probe) {
      Destination destination = probe.destination();
      Stream.of(destination.ipAddress(), destination.host())
          .filter(Value.Reference.class::isInstance)
          .findFirst()
          .ifPresent(value -> leaveOutCheck(check.id(), RecordLookup.knownAfterApply(value)));
    }
    if (check.config() instanceof HealthCheckConfig.RecoveryControl control
        && control.routingControlArn() instanceof Value.Reference) {
      leaveOutCheck(check.id(), RecordLookup.knownAfterApply(control.routingControlArn()));
    }
  }

  /** A copy with only some of the trees, and those that their aliases need, to try them. */
  ImportState only(Collection<DnsName> names) {
    ImportState some = new ImportState(plan, incomplete, others);
    some.checks.keySet().retainAll(checks.keySet());
    some.collections.keySet().retainAll(collections.keySet());
    Deque<DnsName> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      DnsName name = open.remove();
      ImportedName tree = Objects.requireNonNull(trees.get(name), name::text);
      if (some.trees.put(name, tree) == null) {
        some.types.put(name, typesOf(name));
        tree.groups().flatMap(ImportedGroup::names).forEach(open::add);
      }
    }
    return some;
  }

  RoutingPlan plan() {
    return plan;
  }

  /** The record sets of types that are not routed. */
  OtherRecords others() {
    return others;
  }

  /** The records, with the checks that are not left out. */
  RecordLookup records() {
    return new RecordLookup(
        plan.zone(), groups, Collections.unmodifiableSortedMap(checks), incomplete);
  }

  SortedMap<DnsName, ImportedName> trees() {
    return Collections.unmodifiableSortedMap(trees);
  }

  SortedMap<DnsName, Set<RecordType>> types() {
    return Collections.unmodifiableSortedMap(types);
  }

  /** The types of a name; empty if it is left out. */
  Set<RecordType> typesOf(DnsName name) {
    return types.getOrDefault(name, Set.of());
  }

  /** The CIDR collections that are not left out, sorted by name. */
  List<CidrCollection> collections() {
    return List.copyOf(collections.values());
  }

  /** Reads every tree that is not refused, and returns whether there is one. */
  boolean read() {
    dropOrphans();
    RecordLookup records = records();
    ZoneNames zone = ZoneNames.of(records);
    // Each round reads the names again that the trees of the last round point to.
    do {
      trees.clear();
      types.clear();
      reasons.clear();
      refused.forEach((name, why) -> reasons.add(name + ": " + why));
      reasons.addAll(others.reasons());
      SortedMap<DnsName, Set<RecordType>> names = zone.with(exposed, records);
      names.forEach((name, found) -> read(records, name, found, names.keySet()));
    } while (exposeTargets(records));
    dropDanglingAliases();
    return !trees.isEmpty() || !others.isEmpty();
  }

  /**
   * Makes the targets of aliases names of the declaration, and the targets of those. Returns false
   * if all of them are.
   */
  private boolean exposeTargets(RecordLookup records) {
    Deque<DnsName> open = new ArrayDeque<>(trees.keySet());
    boolean any = false;
    while (!open.isEmpty()) {
      ImportedName tree = trees.get(open.remove());
      if (tree == null) {
        continue; // It cannot be read.
      }
      for (DnsName target : tree.groups().flatMap(ImportedGroup::names).toList()) {
        if (exposed.add(target) && !trees.containsKey(target)) {
          any = true;
          read(records, target, ZoneNames.typesOf(target, records), trees.keySet());
          open.add(target);
        }
      }
    }
    return any;
  }

  /** An alias to a name that is left out has no target. */
  private void dropDanglingAliases() {
    Map<DnsName, Set<DnsName>> aliases = new HashMap<>();
    trees.forEach(
        (name, tree) ->
            tree.groups()
                .flatMap(ImportedGroup::names)
                .forEach(
                    target -> aliases.computeIfAbsent(target, t -> new TreeSet<>()).add(name)));
    Deque<DnsName> missing =
        new ArrayDeque<>(
            aliases.keySet().stream().filter(name -> !trees.containsKey(name)).sorted().toList());
    while (!missing.isEmpty()) {
      DnsName target = missing.remove();
      for (DnsName name : aliases.getOrDefault(target, Set.of())) {
        if (trees.remove(name) != null) {
          types.remove(name);
          reasons.add(name + ": the target of its alias, " + target + ", is left out");
          missing.add(name);
        }
      }
    }
  }

  private void read(RecordLookup records, DnsName name, Set<RecordType> found, Set<DnsName> names) {
    if (refused.containsKey(name)) {
      return;
    }
    boolean both = found.contains(RecordType.A) && found.contains(RecordType.AAAA);
    boolean separate = literal.contains(name);
    TreeReader.Naming naming = new TreeReader.Naming(names, separate);
    boolean mixed = both && isPolicy(name, RecordType.A) != isPolicy(name, RecordType.AAAA);
    if (!(both && separate) && !mixed) {
      try {
        ImportedName.Part part = TreeReader.read(records, name, found, naming);
        boolean policy = found.stream().anyMatch(type -> isPolicy(name, type));
        trees.put(name, new ImportedName(List.of(part.viaTrafficPolicy(policy)), separate));
        types.put(name, found);
        return;
      } catch (NotExpressible e) {
        if (!both) {
          reasons.add(name + ": " + e.getMessage());
          return;
        }
      }
    }
    readEach(records, name, found, naming);
  }

  private boolean isPolicy(DnsName name, RecordType type) {
    return plan.policyRecords().contains(new RrsetKey(name, type));
  }

  /** Whether a traffic policy answers for the name. Its set identifiers cannot be declared. */
  boolean hasTrafficPolicy(DnsName name) {
    return typesOf(name).stream().anyMatch(type -> isPolicy(name, type));
  }

  /** Reads each type of a name for itself. */
  private void readEach(
      RecordLookup records, DnsName name, Set<RecordType> found, TreeReader.Naming naming) {
    List<ImportedName.Part> parts = new ArrayList<>();
    Set<RecordType> read = new TreeSet<>();
    for (RecordType type : found) {
      try {
        ImportedName.Part part = TreeReader.read(records, name, EnumSet.of(type), naming);
        parts.add(
            new ImportedName.Part(type, part.group(), part.frontDoor(), isPolicy(name, type)));
        read.add(type);
      } catch (NotExpressible e) {
        reasons.add(name + " " + type + ": " + e.getMessage());
      }
    }
    if (!parts.isEmpty()) {
      trees.put(name, new ImportedName(parts, naming.literal()));
      types.put(name, read);
    }
  }

  /**
   * Makes the declaration repeat the record sets of a name one by one. Returns false if it does so
   * already.
   */
  boolean repeat(DnsName name) {
    return literal.add(name);
  }

  /** Leaves out a name. Returns false if it was left out before. */
  boolean leaveOut(DnsName name, String why) {
    return refused.putIfAbsent(name, why) == null;
  }

  /** Leaves out a CIDR collection. Returns false if it was left out before. */
  boolean leaveOutCollection(String name, String why) {
    boolean found = collections.remove(name) != null;
    if (found) {
      partReasons.add("CIDR collection " + name + ": " + why);
    }
    return found;
  }

  /**
   * Leaves out a health check, and the names that use it. Returns false if it was left out before.
   */
  boolean leaveOutCheck(String id, String why) {
    boolean found = checks.remove(id) != null;
    if (found) {
      partReasons.add("health check " + id + ": " + why);
    }
    return found;
  }

  /** Calculated checks cannot count checks that are left out. */
  private void dropOrphans() {
    for (HealthCheck check : List.copyOf(checks.values())) {
      if (check.config() instanceof HealthCheckConfig.Calculated calculated) {
        calculated.children().stream()
            .filter(child -> !checks.containsKey(child))
            .findFirst()
            .ifPresent(
                child ->
                    leaveOutCheck(
                        check.id(), "it counts the health check " + child + ", which is missing"));
      }
    }
  }

  List<String> leftOut() {
    List<String> all = new ArrayList<>(reasons);
    all.addAll(partReasons);
    return all;
  }

  boolean has(RrsetKey key) {
    return typesOf(key.name()).contains(key.type());
  }
}
