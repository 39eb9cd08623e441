package dev.meridian.compile.rule;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Which names a zone can have, and which types a name can have together. */
final class NameRules {

  private NameRules() {}

  static void check(IndexedPlan zone, Consumer<Violation> found) {
    Map<DnsName, Set<RecordType>> types = new HashMap<>();
    for (RrsetKey key : zone.groups().keySet()) {
      types.computeIfAbsent(key.name(), name -> new TreeSet<>()).add(key.type());
      if (!key.name().isWithin(zone.name())) {
        found.accept(
            Violation.rejected(
                new Subject.OfGroup(key),
                "RRSet with DNS name " + key.name() + " is not permitted in zone " + zone.name(),
                "use a name below the zone's"));
      }
    }
    zone.groups().keySet().stream()
        .filter(key -> key.type() == RecordType.CNAME)
        .forEach(key -> cname(zone, key, types.getOrDefault(key.name(), Set.of()), found));
  }

  private static void cname(
      IndexedPlan zone, RrsetKey key, Set<RecordType> types, Consumer<Violation> found) {
    if (key.name().equals(zone.name())) {
      found.accept(
          Violation.rejected(
              new Subject.OfGroup(key),
              "RRSet of type CNAME with DNS name "
                  + key.name()
                  + " is not permitted at apex in zone "
                  + zone.name(),
              "use an alias or addresses for the zone's own name"));
    }
    for (RecordType other : types) {
      if (other != RecordType.CNAME) {
        found.accept(
            Violation.rejected(
                new Subject.OfGroup(new RrsetKey(key.name(), other)),
                "RRSet of type "
                    + other
                    + " with DNS name "
                    + key.name()
                    + " is not permitted because a conflicting RRSet of type CNAME with the same"
                    + " DNS name already exists in zone "
                    + zone.name(),
                "keep only the CNAME at its name, or replace it with addresses or an alias"));
      }
    }
  }
}
