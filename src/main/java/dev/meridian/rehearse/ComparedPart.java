package dev.meridian.rehearse;

import dev.meridian.config.ZoneDeclaration;
import dev.meridian.model.GroupKey;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.PlanValues;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which part of a declared and a live plan can be compared. Records and health checks with an
 * output that nobody knows are left out of both; of an adopted zone, only what is declared counts,
 * for the rest is somebody else's.
 *
 * @param leftOut what was declared and is not compared, in words
 */
record ComparedPart(RoutingPlan declared, RoutingPlan found, List<String> leftOut) {

  static ComparedPart of(ZoneDeclaration zone, RoutingPlan declared, RoutingPlan found) {
    Set<RecordKey> unknownRecords =
        declared.records().stream()
            .filter(record -> isUnknown(declared, List.of(record), List.of()))
            .map(RecordSet::key)
            .collect(Collectors.toSet());
    Set<String> unknownChecks =
        declared.healthChecks().stream()
            .filter(check -> isUnknown(declared, List.of(), List.of(check)))
            .map(HealthCheck::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<GroupKey> groups = declared.groups().keySet();
    boolean ownZone = zone.adoption() instanceof ZoneDeclaration.Adoption.Created;
    Predicate<RecordSet> ours = record -> ownZone || groups.contains(record.group());
    return new ComparedPart(
        part(declared, record -> true, unknownRecords, unknownChecks),
        part(found, ours, unknownRecords, unknownChecks),
        leftOut(declared, unknownRecords, unknownChecks));
  }

  private static RoutingPlan part(
      RoutingPlan plan,
      Predicate<RecordSet> ours,
      Set<RecordKey> unknownRecords,
      Set<String> unknownChecks) {
    return new RoutingPlan(
        plan.zone(),
        plan.records().stream()
            .filter(ours)
            .filter(record -> !unknownRecords.contains(record.key()))
            .toList(),
        plan.healthChecks().stream().filter(c -> !unknownChecks.contains(c.id())).toList(),
        plan.cidrCollections());
  }

  private static List<String> leftOut(
      RoutingPlan declared, Set<RecordKey> records, Set<String> checks) {
    return java.util.stream.Stream.concat(
            declared.records().stream()
                .map(RecordSet::key)
                .filter(records::contains)
                .map(key -> "record " + key),
            checks.stream().map(id -> "health check " + id))
        .map(subject -> subject + " reads an output that is not known")
        .toList();
  }

  private static boolean isUnknown(
      RoutingPlan plan, List<RecordSet> records, List<HealthCheck> checks) {
    boolean[] unknown = {false};
    PlanValues.replace(
        new RoutingPlan(plan.zone(), records, checks, List.of()),
        value -> {
          unknown[0] |= !(value instanceof Value.Literal);
          return value;
        });
    return unknown[0];
  }
}
