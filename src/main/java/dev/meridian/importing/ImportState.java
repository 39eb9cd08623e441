package dev.meridian.importing;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of a plan that go into the file, and those that are left out. */
final class ImportState {
  private final RoutingPlan plan;
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

  ImportState(RoutingPlan plan, Set<RrsetKey> incomplete) {
    this.plan = plan;
    this.incomplete = incomplete;
    checks.putAll(plan.healthChecksById());
    plan.cidrCollections().forEach(one -> collections.put(one.name(), one));
  }

  /** A copy with only one tree, to check whether that tree can be read. */
  ImportState only(DnsName name) {
    ImportState alone = new ImportState(plan, incomplete);
    alone.checks.keySet().retainAll(checks.keySet());
    alone.collections.keySet().retainAll(collections.keySet());
    trees.keySet().stream()
        .filter(other -> !other.equals(name))
        .forEach(other -> alone.leaveOut(other, ""));
    refused.forEach(alone::leaveOut);
    alone.literal.addAll(literal);
    alone.exposed.addAll(exposed);
    return alone;
  }

  RoutingPlan plan() {
    return plan;
  }

  /** The records, with the checks that are not left out. */
  RecordLookup records() {
    return new RecordLookup(
        plan.zone(), plan.groups(), Collections.unmodifiableSortedMap(checks), incomplete);
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
      zone.others()
          .forEach(key -> reasons.add(key + ": Meridian routes only A, AAAA and CNAME records"));
      SortedMap<DnsName, Set<RecordType>> names = zone.with(exposed, records);
      names.forEach(
          (name, found) -> {
            if (!refused.containsKey(name)) {
              read(records, name, found, names.keySet());
            }
          });
    } while (exposeTargets());
    dropDanglingAliases();
    return !trees.isEmpty();
  }

  /** Makes the targets of aliases names of the declaration. Returns false if all of them are. */
  private boolean exposeTargets() {
    return exposed.addAll(
        trees.values().stream()
            .flatMap(ImportedName::groups)
            .flatMap(ImportedGroup::names)
            .toList());
  }

  /** An alias to a name that is left out has no target. */
  private void dropDanglingAliases() {
    Map<DnsName, DnsName> dangling = new TreeMap<>();
    do {
      dangling.forEach(
          (name, target) -> {
            trees.remove(name);
            types.remove(name);
            reasons.add(name + ": the target of its alias, " + target + ", is left out");
          });
      dangling.clear();
      trees.forEach(
          (name, tree) ->
              tree.groups()
                  .flatMap(ImportedGroup::names)
                  .filter(target -> !trees.containsKey(target))
                  .findFirst()
                  .ifPresent(target -> dangling.put(name, target)));
    } while (!dangling.isEmpty());
  }

  private void read(RecordLookup records, DnsName name, Set<RecordType> found, Set<DnsName> names) {
    boolean both = found.contains(RecordType.A) && found.contains(RecordType.AAAA);
    boolean separate = literal.contains(name);
    TreeReader.Naming naming = new TreeReader.Naming(names, separate);
    if (!(both && separate)) {
      try {
        ImportedName.Part part = TreeReader.read(records, name, found, naming);
        trees.put(name, new ImportedName(List.of(part), separate));
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

  /** Reads each type of a name for itself. */
  private void readEach(
      RecordLookup records, DnsName name, Set<RecordType> found, TreeReader.Naming naming) {
    List<ImportedName.Part> parts = new ArrayList<>();
    Set<RecordType> read = new TreeSet<>();
    for (RecordType type : found) {
      try {
        ImportedGroup group = TreeReader.read(records, name, EnumSet.of(type), naming).group();
        parts.add(new ImportedName.Part(type, group));
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
