package dev.meridian.importing;

import dev.meridian.model.ConflictingRecords;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import java.util.List;
import java.util.Map;

/**
 * A plan without record sets that Route 53 rejects because of an earlier one with the same name and
 * type.
 *
 * @param leftOut the record sets that are left out, as lines of text
 */
record UniqueRecords(RoutingPlan plan, List<String> leftOut) {

  static UniqueRecords of(RoutingPlan plan) {
    Map<RecordKey, RecordKey> conflicts = ConflictingRecords.in(plan);
    RoutingPlan unique =
        plan.with(
            plan.records().stream().filter(one -> !conflicts.containsKey(one.key())).toList(),
            plan.healthChecks(),
            plan.cidrCollections());
    List<String> leftOut =
        conflicts.entrySet().stream()
            .map(
                one ->
                    ConflictingRecords.why(one.getKey(), one.getValue())
                        + "; check which of the two exists")
            .toList();
    return new UniqueRecords(unique, leftOut);
  }
}
