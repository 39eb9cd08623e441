package dev.meridian.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hosted zone's record sets and what they depend on: all that Route 53 needs to answer. Records
 * stand sorted by name and type, in a group in declared order.
 *
 * @param zone the hosted zone's name
 */
public record RoutingPlan(
    DnsName zone,
    List<RecordSet> records,
    List<HealthCheck> healthChecks,
    List<CidrCollection> cidrCollections) {

  public RoutingPlan {
    List<RecordSet> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparing(RecordSet::group));
    records = List.copyOf(sorted);
    healthChecks = sortedBy(Comparator.comparing(HealthCheck::id), healthChecks);
    cidrCollections = sortedBy(Comparator.comparing(CidrCollection::name), cidrCollections);
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

  /** The values of all answers and health checks, in the order of {@link #records}. */
  public List<Value> values() {
    return Stream.concat(
            records.stream().flatMap(record -> record.data().parts().stream()),
            healthChecks.stream().flatMap(check -> check.values().stream()))
        .toList();
  }

  /**
   * The aliases from which a chain of aliases leads back to their own group. AWS refuses them, but
   * a plan from elsewhere may have them.
   */
  public Set<RecordKey> aliasLoops() {
    return AliasLoops.among(records);
  }

  /**
   * The record sets that only aliases ask for: they are the target of an alias at another name, and
   * their own name begins with {@code _}, which no host's does (RFC 952, RFC 8552).
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
