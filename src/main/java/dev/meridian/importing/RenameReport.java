package dev.meridian.importing;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists names in a plan that differ in the plan of its declaration. */
final class RenameReport {
  private RenameReport() {}

  static List<String> between(ImportState before, RoutingPlan after) {
    Set<String> now = keys(after.records());
    List<String> lines = new ArrayList<>();
    keys(before.plan().records().stream().filter(record -> before.has(record.group())).toList())
        .stream()
        .filter(key -> !now.contains(key))
        .forEach(key -> lines.add("record " + key + ": its set identifier"));
    SameRecords same = new SameRecords(before.records(), RecordLookup.of(after));
    before.records().checks().keySet().stream()
        .filter(id -> !HealthCheckNames.isTag(id) || !same.hasCheck(id))
        .forEach(id -> lines.add("health check " + id + why(id)));
    return lines;
  }

  private static String why(String id) {
    return HealthCheckNames.isTag(id) ? "" : ": it has no Name tag of its own, and gets one";
  }

  private static Set<String> keys(List<RecordSet> records) {
    return records.stream()
        .map(RecordSet::key)
        .map(RecordKey::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
