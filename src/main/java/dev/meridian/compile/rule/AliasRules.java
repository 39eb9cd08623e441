package dev.meridian.compile.rule;

import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.Set;
import java.util.function.Consumer;

/** Aliases to records: each points to a group of its own type in its own zone, never in a loop. */
final class AliasRules {

  private AliasRules() {}

  static void check(IndexedPlan zone, Consumer<Violation> found) {
    for (RecordSet record : zone.plan().records()) {
      if (!(record.data() instanceof RecordData.Values)) {
        ownType(record, found);
      }
      if (record.data() instanceof RecordData.RecordAlias alias) {
        target(zone, record, alias, found);
      }
    }
    Set<RecordKey> loops = zone.plan().aliasLoops();
    zone.plan().records().stream()
        .filter(record -> loops.contains(record.key()))
        .forEach(record -> found.accept(loop(record)));
  }

  private static void ownType(RecordSet record, Consumer<Violation> found) {
    if (record.type() == RecordType.NS || record.type() == RecordType.SOA) {
      found.accept(
          Violation.rejected(
              new Subject.OfRecord(record.key()),
              "NS and SOA records can be neither aliases nor the targets of aliases",
              "write the name servers as values"));
    }
  }

  private static void target(
      IndexedPlan zone, RecordSet record, RecordData.RecordAlias alias, Consumer<Violation> found) {
    if (!alias.target().isWithin(zone.name())) {
      found.accept(
          missing(
              zone, record, alias, "the alias target name does not lie within the target zone"));
    } else if (!zone.groups().containsKey(new RrsetKey(alias.target(), record.type()))) {
      found.accept(missing(zone, record, alias, "that target was not found"));
    }
  }

  private static Violation missing(
      IndexedPlan zone, RecordSet record, RecordData.RecordAlias alias, String reason) {
    return Violation.dangling(
        new Subject.OfRecord(record.key()),
        "Tried to create an alias that targets "
            + alias.target()
            + ", type "
            + record.type()
            + " in zone "
            + zone.name()
            + ", but "
            + reason,
        "name records of type " + record.type() + " in the zone " + zone.name());
  }

  private static Violation loop(RecordSet record) {
    return Violation.rejected(
        new Subject.OfRecord(record.key()),
        "the alias points back to " + record.name() + " in a loop",
        "give one of the records in the loop values");
  }
}
