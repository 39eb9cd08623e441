package dev.meridian.importing;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a zone that clients can query, with the types that Meridian routes. */
record ZoneNames(SortedMap<DnsName, Set<RecordType>> names) {
  static ZoneNames of(RecordLookup records) {
    List<RecordSet> all = records.groups().values().stream().flatMap(List::stream).toList();
    Set<RrsetKey> hidden =
        new RoutingPlan(records.zone(), all, List.of(), List.of()).hiddenGroups();
    SortedMap<DnsName, Set<RecordType>> names = new TreeMap<>();
    records.groups().keySet().stream()
        .filter(key -> RecordType.ROUTED.contains(key.type()) && !hidden.contains(key))
        .forEach(key -> names.computeIfAbsent(key.name(), n -> new TreeSet<>()).add(key.type()));
    return new ZoneNames(names);
  }

  /**
   * The names, and {@code others} of the zone's names.
   *
   * @return each name with all its types that Meridian routes
   */
  SortedMap<DnsName, Set<RecordType>> with(Set<DnsName> others, RecordLookup records) {
    SortedMap<DnsName, Set<RecordType>> all = new TreeMap<>();
    Stream.concat(names.keySet().stream(), others.stream())
        .forEach(name -> all.put(name, typesOf(name, records)));
    all.values().removeIf(Set::isEmpty);
    return all;
  }

  /** The types of a name that Meridian routes. */
  static Set<RecordType> typesOf(DnsName name, RecordLookup records) {
    return RecordType.ROUTED.stream()
        .filter(type -> records.groups().containsKey(new RrsetKey(name, type)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The label of a name in a declaration. */
  static String label(DnsName name, DnsName zone) {
    if (name.equals(zone)) {
      return "@";
    }
    return name.relativeTo(zone).orElse(name.text());
  }

  static Map<String, DnsName> byLabel(Collection<DnsName> names, DnsName zone) {
    Map<String, DnsName> labels = new TreeMap<>();
    names.forEach(name -> labels.put(label(name, zone), name));
    return labels;
  }
}
