package dev.meridian.importing;

import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of a plan that go into the file, and those that are left out. */
final class ImportState {
  private final RoutingPlan plan;
  private final SortedMap<RrsetKey, List<RecordSet>> groups;
  private final Set<RrsetKey> incomplete;
  private final SortedMap<String, HealthCheck> checks = new TreeMap<>();
  private final SortedMap<String, CidrCollection> collections = new TreeMap<>();
  private final Map<DnsName, String> refused = new TreeMap<>();
  private final Set<String> reasons = new TreeSet<>();
  private final SortedMap<DnsName, ImportedGroup> trees = new TreeMap<>();
  private final SortedMap<DnsName, Set<RecordType>> types = new TreeMap<>();
  private final SortedMap<DnsName, Long> ttls = new TreeMap<>();
  private final Set<String> partReasons = new TreeSet<>();
  private final OtherRecords others;

  ImportState(RoutingPlan plan, Set<RrsetKey> incomplete, OtherRecords others) {
    this.plan = plan;
    this.groups = plan.groups();
    this.incomplete = incomplete;
    this.others = others;
    checks.putAll(plan.healthChecksById());
    checks.values().removeIf(check -> check.config() instanceof HealthCheckConfig.Unidentified);
    plan.cidrCollections().forEach(one -> collections.put(one.name(), one));
  }

  /** A copy with only some of the trees, to check whether these can be read. */
  ImportState only(Collection<DnsName> names) {
    ImportState some = new ImportState(plan, incomplete, others);
    some.checks.keySet().retainAll(checks.keySet());
    some.collections.keySet().retainAll(collections.keySet());
    for (DnsName name : names) {
      some.trees.put(name, Objects.requireNonNull(trees.get(name), name::text));
      some.types.put(name, typesOf(name));
      ttl(name).ifPresent(ttl -> some.ttls.put(name, ttl));
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

  SortedMap<DnsName, ImportedGroup> trees() {
    return Collections.unmodifiableSortedMap(trees);
  }

  SortedMap<DnsName, Set<RecordType>> types() {
    return Collections.unmodifiableSortedMap(types);
  }

  /** The types of a name; empty if it is left out. */
  Set<RecordType> typesOf(DnsName name) {
    return types.getOrDefault(name, Set.of());
  }

  /** The TTL of all of a name's records, in seconds; empty if none of them has one. */
  Optional<Long> ttl(DnsName name) {
    return Optional.ofNullable(ttls.get(name));
  }

  /** The CIDR collections that are not left out, sorted by name. */
  List<CidrCollection> collections() {
    return List.copyOf(collections.values());
  }

  /** Reads every tree that is not refused, and returns whether there is one. */
  boolean read() {
    trees.clear();
    types.clear();
    ttls.clear();
    reasons.clear();
    refused.forEach((name, why) -> reasons.add(name + ": " + why));
    dropOrphans();
    RecordLookup records = records();
    ZoneNames zone = ZoneNames.of(records);
    reasons.addAll(others.reasons());
    zone.names()
        .forEach(
            (name, found) -> {
              if (!refused.containsKey(name)) {
                read(records, name, found);
              }
            });
    return !trees.isEmpty() || !others.isEmpty();
  }

  private void read(RecordLookup records, DnsName name, Set<RecordType> found) {
    try {
      add(records, name, TreeReader.read(records, name, found), found);
    } catch (NotExpressible e) {
      if (found.contains(RecordType.A) && found.contains(RecordType.AAAA)) {
        reasons.add(name + " AAAA: " + e.getMessage() + "; its A records are in the file");
        read(records, name, EnumSet.of(RecordType.A));
      } else {
        reasons.add(name + ": " + e.getMessage());
      }
    }
  }

  private void add(RecordLookup records, DnsName name, ImportedGroup tree, Set<RecordType> found) {
    NavigableSet<Long> all = NameTtls.of(records, name, found);
    trees.put(name, tree);
    types.put(name, found);
    if (!all.isEmpty()) {
      ttls.put(name, all.first());
    }
  }

  /** Reports that not all records of a name have the TTL that the file gives them. */
  void ttlDiffers(DnsName name) {
    ttl(name)
        .ifPresent(
            shortest ->
                reasons.add(
                    name + ": its records have different TTLs; in the file, all have " + shortest));
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
