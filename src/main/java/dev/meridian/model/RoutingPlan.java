package dev.meridian.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hosted zone's record sets and everything that they depend on.
 *
 * @param zone the hosted zone's name
 * @param records sorted by name and type; record sets with the same name and type are in declared
 *     order
 * @param healthChecks sorted by ID
 * @param cidrCollections sorted by name
 * @param accelerators what is behind the accelerators that answers can contain
 * @param policyRecords the names and types that a traffic policy instance answers for. Route 53
 *     creates their record sets and the hidden groups below them from the policy's document, and
 *     nothing else can change them. Only those that have record sets
 */
public record RoutingPlan(
    DnsName zone,
    List<RecordSet> records,
    List<HealthCheck> healthChecks,
    List<CidrCollection> cidrCollections,
    List<PlannedAccelerator> accelerators,
    SortedSet<RrsetKey> policyRecords) {

  /** A plan without accelerators, or whose source does not say what is behind them. */
  public RoutingPlan(
      DnsName zone,
      List<RecordSet> records,
      List<HealthCheck> healthChecks,
      List<CidrCollection> cidrCollections) {
    this(zone, records, healthChecks, cidrCollections, List.of());
  }

  /** A plan without traffic policies. */
  public RoutingPlan(
      DnsName zone,
      List<RecordSet> records,
      List<HealthCheck> healthChecks,
      List<CidrCollection> cidrCollections,
      List<PlannedAccelerator> accelerators) {
    this(zone, records, healthChecks, cidrCollections, accelerators, Collections.emptySortedSet());
  }

  public RoutingPlan {
    List<RecordSet> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparing(RecordSet::group));
    records = List.copyOf(sorted);
    healthChecks = sortedBy(Comparator.comparing(HealthCheck::id), healthChecks);
    cidrCollections = sortedBy(Comparator.comparing(CidrCollection::name), cidrCollections);
    accelerators = List.copyOf(accelerators);
    SortedSet<RrsetKey> kept = new TreeSet<>(policyRecords);
    if (!kept.isEmpty()) {
      kept.retainAll(records.stream().map(RecordSet::group).collect(Collectors.toSet()));
    }
    policyRecords = Collections.unmodifiableSortedSet(kept);
  }

  /** The plan with other parts. Names that have no record sets now have no traffic policy. */
  public RoutingPlan with(
      List<RecordSet> otherRecords,
      List<HealthCheck> otherHealthChecks,
      List<CidrCollection> otherCidrCollections) {
    return new RoutingPlan(
        zone, otherRecords, otherHealthChecks, otherCidrCollections, accelerators, policyRecords);
  }

  /** The plan whose names and types in {@code keys} traffic policy instances answer for. */
  public RoutingPlan withPolicyRecords(SortedSet<RrsetKey> keys) {
    return new RoutingPlan(zone, records, healthChecks, cidrCollections, accelerators, keys);
  }

  /** The groups that traffic policy instances created: {@link #policyRecords}, and hidden ones. */
  public Set<RrsetKey> policyGroups() {
    Map<RrsetKey, List<RecordSet>> groups = groups();
    Set<RrsetKey> reached = new TreeSet<>();
    policyRecords.forEach(root -> reach(root, groups, reached));
    return Collections.unmodifiableSet(reached);
  }

  /** A group, and those that it needs because of aliases. */
  public Set<RrsetKey> reachableFrom(RrsetKey group) {
    Set<RrsetKey> reached = new TreeSet<>();
    reach(group, groups(), reached);
    return Collections.unmodifiableSet(reached);
  }

  private static void reach(
      RrsetKey group, Map<RrsetKey, List<RecordSet>> groups, Set<RrsetKey> reached) {
    if (reached.add(group)) {
      groups.getOrDefault(group, List.of()).stream()
          .flatMap(record -> record.aliasTarget().stream())
          .forEach(target -> reach(target, groups, reached));
    }
  }

  /** The plan without what traffic policy instances created. */
  public RoutingPlan withoutPolicyRecords() {
    Set<RrsetKey> created = policyGroups();
    return with(
        records.stream().filter(record -> !created.contains(record.group())).toList(),
        healthChecks,
        cidrCollections);
  }

  private static <T> List<T> sortedBy(Comparator<T> order, List<T> list) {
    List<T> sorted = new ArrayList<>(list);
    sorted.sort(order);
    return List.copyOf(sorted);
  }

  /** The record sets by name and type, in the order of {@link #records}. */
  public SortedMap<RrsetKey, List<RecordSet>> groups() {
    SortedMap<RrsetKey, List<RecordSet>> groups = new TreeMap<>();
    records.forEach(r -> groups.computeIfAbsent(r.group(), key -> new ArrayList<>()).add(r));
    groups.replaceAll((key, group) -> List.copyOf(group));
    return Collections.unmodifiableSortedMap(groups);
  }

  /** The values of all record sets, in the order of {@link #records}, and of all health checks. */
  public List<Value> values() {
    return Stream.concat(
            records.stream().flatMap(record -> record.data().parts().stream()),
            healthChecks.stream().flatMap(check -> check.values().stream()))
        .toList();
  }

  /**
   * The aliases in loops: a chain of aliases returns to their own group. AWS refuses loops, but
   * plans from other sources can have them.
   */
  public Set<RecordKey> aliasLoops() {
    return AliasLoops.among(records);
  }

  /** The groups that aliases of this zone point to. */
  public Set<RrsetKey> aliasTargets() {
    return records.stream()
        .flatMap(record -> record.aliasTarget().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The groups that only aliases use: they are the target of an alias at another name, and their
   * own name begins with {@code _}, which host names cannot (RFC 952, RFC 8552).
   */
  public Set<RrsetKey> hiddenGroups() {
    return records.stream()
        .flatMap(record -> record.aliasTarget().filter(key -> !key.equals(record.group())).stream())
        .filter(key -> key.name().text().startsWith("_"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The health checks by id. */
  public Map<String, HealthCheck> healthChecksById() {
    SortedMap<String, HealthCheck> byId = new TreeMap<>();
    healthChecks.forEach(check -> byId.put(check.id(), check));
    return Collections.unmodifiableSortedMap(byId);
  }
}
