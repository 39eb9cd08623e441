package dev.meridian.importing;

import dev.meridian.compile.GeneratedNames;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
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
    // Nobody sees the set identifiers of a traffic policy.
    keys(
            before.plan().records().stream()
                .filter(record -> before.has(record.group()))
                .filter(record -> !before.hasTrafficPolicy(record.name()))
                .toList())
        .stream()
        .filter(key -> !now.contains(key))
        .forEach(key -> lines.add("record " + key + ": its set identifier"));
    lines.addAll(groups(before, after));
    SameRecords same = new SameRecords(before.records(), RecordLookup.of(after));
    before.records().checks().keySet().stream()
        .filter(id -> !HealthCheckNames.isTag(id) || !same.hasCheck(id))
        .forEach(id -> lines.add("health check " + id + why(id)));
    return lines;
  }

  /** Groups behind branches that had names without the kind of their policy. */
  private static List<String> groups(ImportState before, RoutingPlan after) {
    Set<RrsetKey> now = after.groups().keySet();
    List<String> lines = new ArrayList<>();
    before.records().groups().entrySet().stream()
        .filter(group -> !now.contains(group.getKey()))
        .filter(group -> group.getKey().name().labels().get(0).startsWith("_"))
        .forEach(
            group ->
                now.stream()
                    .filter(other -> other.type() == group.getKey().type())
                    .filter(other -> isEarlier(group.getKey(), group.getValue(), other))
                    .findFirst()
                    .ifPresent(
                        other ->
                            lines.add(
                                "record " + group.getKey() + ": its name, now " + other.name())));
    return lines;
  }

  private static boolean isEarlier(RrsetKey group, List<RecordSet> records, RrsetKey now) {
    return records.stream()
        .map(record -> record.policy().kind())
        .anyMatch(kind -> GeneratedNames.isEarlier(group.name(), now.name(), kind));
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
