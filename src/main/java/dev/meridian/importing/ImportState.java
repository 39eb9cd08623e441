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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of a plan goes into the file, and what is left out. */
final class ImportState {
  private final RoutingPlan plan;
  private final Set<RrsetKey> incomplete;
  private final SortedMap<String, HealthCheck> checks = new TreeMap<>();
  private final SortedMap<String, CidrCollection> collections = new TreeMap<>();
  private final Map<DnsName, String> refused = new TreeMap<>();
  private final Set<String> reasons = new TreeSet<>();
  private final SortedMap<DnsName, ImportedGroup> trees = new TreeMap<>();
  private final SortedMap<DnsName, Set<RecordType>> types = new TreeMap<>();
  private final SortedMap<DnsName, Long> ttls = new TreeMap<>();
  private final Set<String> partReasons = new TreeSet<>();

  ImportState(RoutingPlan plan, Set<RrsetKey> incomplete) {
    this.plan = plan;
    this.incomplete = incomplete;
    checks.putAll(plan.healthChecksById());
    plan.cidrCollections().forEach(one -> collections.put(one.name(), one));
  }

  /** The same with all trees but one left out, to see whether that one can be read. */
  ImportState only(DnsName name) {
    ImportState alone = new ImportState(plan, incomplete);
    alone.checks.keySet().retainAll(checks.keySet());
    alone.collections.keySet().retainAll(collections.keySet());
    trees.keySet().stream()
        .filter(other -> !other.equals(name))
        .forEach(other -> alone.leaveOut(other, ""));
    refused.forEach(alone::leaveOut);
    return alone;
  }

  RoutingPlan plan() {
    return plan;
  }

  /** The records with the checks that are not left out. */
  RecordLookup records() {
    return new RecordLookup(
        plan.zone(), plan.groups(), Collections.unmodifiableSortedMap(checks), incomplete);
  }

  SortedMap<DnsName, ImportedGroup> trees() {
    return Collections.unmodifiableSortedMap(trees);
  }

  SortedMap<DnsName, Set<RecordType>> types() {
    return Collections.unmodifiableSortedMap(types);
  }

  /** The types of a name that is not left out; none for another. */
  Set<RecordType> typesOf(DnsName name) {
    return types.getOrDefault(name, Set.of());
  }

  /** Seconds for all of a name's records; empty where none of them has a TTL. */
  Optional<Long> ttl(DnsName name) {
    return Optional.ofNullable(ttls.get(name));
  }

  /** The CIDR collections that are not left out, sorted by name. */
  List<CidrCollection> collections() {
    return List.copyOf(collections.values());
  }

  /** Reads every tree that is not refused; whether found is any. */
  boolean read() {
    trees.clear();
    types.clear();
    ttls.clear();
    reasons.clear();
    refused.forEach((name, why) -> reasons.add(name + ": " + why));
    dropOrphans();
    RecordLookup records = records();
    ZoneNames zone = ZoneNames.of(records);
    zone.others()
        .forEach(
            key ->
                reasons.add(
                    key + ": Meridian routes A, AAAA and CNAME records, and no other type"));
    zone.names()
        .forEach(
            (name, found) -> {
              if (!refused.containsKey(name)) {
                read(records, name, found);
              }
            });
    return !trees.isEmpty();
  }

  private void read(RecordLookup records, DnsName name, Set<RecordType> found) {
    try {
      add(name, TreeReader.read(records, name, found), found);
    } catch (NotExpressible e) {
      if (found.contains(RecordType.A) && found.contains(RecordType.AAAA)) {
        reasons.add(name + " AAAA: " + e.getMessage() + "; its A records stand in the file");
        read(records, name, EnumSet.of(RecordType.A));
      } else {
        reasons.add(name + ": " + e.getMessage());
      }
    }
  }

  private void add(DnsName name, ImportedGroup tree, Set<RecordType> found) {
    NavigableSet<Long> all = NameTtls.of(records(), name, found);
    trees.put(name, tree);
    types.put(name, found);
    if (!all.isEmpty()) {
      ttls.put(name, all.first());
    }
  }

  /** Tells that the records of a name do not all have the TTL that the file gives them. */
  void ttlDiffers(DnsName name) {
    ttl(name)
        .ifPresent(
            shortest ->
                reasons.add(
                    name + ": its records have different TTLs; in the file all have " + shortest));
  }

  /** Leaves out a name; whether it was not left out before. */
  boolean leaveOut(DnsName name, String why) {
    return refused.putIfAbsent(name, why) == null;
  }

  /** Leaves out a CIDR collection; whether it was found. */
  boolean leaveOutCollection(String name, String why) {
    boolean found = collections.remove(name) != null;
    if (found) {
      partReasons.add("CIDR collection " + name + ": " + why);
    }
    return found;
  }

  /**
   * Leaves out a health check, and with it the names that it healthChecks; whether it was found.
   */
  boolean leaveOutCheck(String id, String why) {
    boolean found = checks.remove(id) != null;
    if (found) {
      partReasons.add("health check " + id + ": " + why);
    }
    return found;
  }

  /** Calculated checks cannot count what is not found. */
  private void dropOrphans() {
    for (HealthCheck check : List.copyOf(checks.values())) {
      if (check.config() instanceof HealthCheckConfig.Calculated calculated) {
        calculated.children().stream()
            .filter(child -> !checks.containsKey(child))
            .findFirst()
            .ifPresent(
                child ->
                    leaveOutCheck(
                        check.id(), "it counts the health check " + child + ", which is not here"));
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
