package dev.meridian.adopt;

import dev.meridian.declaration.Deployment;
import dev.meridian.model.CidrBlock;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.stacks.DnsAddresses;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The existing CIDR collections that have the names of the stack's. The provider cannot rename a
 * collection, so another name is another collection.
 *
 * @param imports import IDs by address
 * @param created parts that do not exist
 * @param inTheWay collections that exist, but whose locations are not known
 * @param renamed the existing plan, with the declared names of these collections
 */
record CidrMatch(
    SortedMap<String, String> imports,
    List<String> created,
    List<String> inTheWay,
    RoutingPlan renamed) {

  static CidrMatch of(
      Deployment deployment, RoutingPlan declared, ExistingZone existing, DnsAddresses addresses) {
    SortedMap<String, String> names = new TreeMap<>();
    declared
        .cidrCollections()
        .forEach(
            own -> names.put(AwsResourceNames.cidrCollection(deployment, own.name()), own.name()));
    RoutingPlan plan = renamed(existing.zone().plan(), names);
    CidrMatch match = new CidrMatch(new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), plan);
    names.forEach(
        (awsName, name) ->
            match.add(collection(declared, name), awsName, existing.cidrCollections(), addresses));
    return match;
  }

  private void add(
      CidrCollection own,
      String awsName,
      SortedMap<String, String> awsIds,
      DnsAddresses addresses) {
    String id = awsIds.get(awsName);
    boolean used = renamed.cidrCollections().stream().anyMatch(c -> c.name().equals(own.name()));
    if (id != null && !used) {
      inTheWay.add("CIDR collection " + awsName + ", which no record of the zone uses");
      return;
    }
    if (id == null) {
      created.add("CIDR collection " + own.name());
    } else {
      imports.put(addresses.cidrCollection(own.name()), id);
    }
    for (String location : own.locations().keySet()) {
      if (id != null && collection(renamed, own.name()).locations().containsKey(location)) {
        imports.put(addresses.cidrLocation(own.name(), location), id + "," + location);
      } else {
        created.add("CIDR location " + own.name() + " " + location);
      }
    }
  }

  private static CidrCollection collection(RoutingPlan plan, String name) {
    return plan.cidrCollections().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The collections of {@code plan}, with the locations that {@code other} has too. */
  static List<CidrCollection> common(RoutingPlan plan, RoutingPlan other) {
    Map<String, Collection<String>> locations = new TreeMap<>();
    other.cidrCollections().forEach(one -> locations.put(one.name(), one.locations().keySet()));
    return plan.cidrCollections().stream()
        .filter(one -> locations.containsKey(one.name()))
        .map(one -> only(one, Objects.requireNonNull(locations.get(one.name()))))
        .toList();
  }

  private static CidrCollection only(CidrCollection collection, Collection<String> kept) {
    Map<String, List<CidrBlock>> locations = new TreeMap<>(collection.locations());
    locations.keySet().retainAll(kept);
    return new CidrCollection(collection.name(), locations);
  }

  private static RoutingPlan renamed(RoutingPlan plan, Map<String, String> names) {
    return plan.with(
        plan.records().stream().map(record -> renamed(record, names)).toList(),
        plan.healthChecks(),
        plan.cidrCollections().stream()
            .map(one -> new CidrCollection(name(one.name(), names), one.locations()))
            .toList());
  }

  private static RecordSet renamed(RecordSet record, Map<String, String> names) {
    return record.policy() instanceof RoutingPolicy.IpBased policy
        ? new RecordSet(
            record.key(),
            new RoutingPolicy.IpBased(name(policy.collection(), names), policy.location()),
            record.data(),
            record.healthCheck())
        : record;
  }

  /** An existing collection must not look like the declared one because of its name alone. */
  private static String name(String awsName, Map<String, String> names) {
    String own = names.get(awsName);
    return own != null ? own : names.containsValue(awsName) ? awsName + "_in_AWS" : awsName;
  }
}
