package dev.meridian.importing;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names of a zone that somebody may ask for, and the types Meridian routes of each. */
record ZoneNames(SortedMap<DnsName, Set<RecordType>> names, List<RrsetKey> others) {
  private static final Set<RecordType> ROUTED =
      Set.of(RecordType.A, RecordType.AAAA, RecordType.CNAME);

  static ZoneNames of(RecordLookup records) {
    Set<RrsetKey> hidden = hidden(records.groups().values());
    SortedMap<DnsName, Set<RecordType>> names = new TreeMap<>();
    records.groups().keySet().stream()
        .filter(key -> ROUTED.contains(key.type()) && !hidden.contains(key))
        .forEach(key -> names.computeIfAbsent(key.name(), n -> new TreeSet<>()).add(key.type()));
    return new ZoneNames(
        names,
        records.groups().keySet().stream().filter(key -> !ROUTED.contains(key.type())).toList());
  }

  /**
   * What an alias leads to and no host can be called (RFC 952: a host's name has no underscore):
   * part of the tree above it, however it is called. Other targets of aliases are names as well.
   */
  private static Set<RrsetKey> hidden(Collection<List<RecordSet>> groups) {
    Set<RrsetKey> targets = new HashSet<>();
    for (List<RecordSet> group : groups) {
      for (RecordSet record : group) {
        if (record.answer() instanceof RecordData.RecordAlias alias
            && !record.name().equals(alias.target())) {
          targets.add(new RrsetKey(alias.target(), record.type()));
        }
      }
    }
    targets.removeIf(key -> !key.name().text().startsWith("_"));
    return targets;
  }

  /** The label of a name in a declaration. */
  static String label(DnsName name, DnsName zone) {
    if (name.equals(zone)) {
      return "@";
    }
    String text = name.text();
    return name.isWithin(zone) ? text.substring(0, text.length() - zone.text().length() - 1) : text;
  }

  static Map<String, DnsName> byLabel(Collection<DnsName> names, DnsName zone) {
    Map<String, DnsName> labels = new TreeMap<>();
    names.forEach(name -> labels.put(label(name, zone), name));
    return labels;
  }
}
