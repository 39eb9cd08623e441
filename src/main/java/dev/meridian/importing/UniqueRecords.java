package dev.meridian.importing;

import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan without record sets that Route 53 rejects because of an earlier one with the same name and
 * type: the second for one location, region or failover role. A Terraform plan or an emulator can
 * have both. Route 53 has the one that was created first.
 *
 * @param leftOut the record sets that are left out, as lines of text
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-geo.html">Values
 *     specific for geolocation records</a>
 */
record UniqueRecords(RoutingPlan plan, List<String> leftOut) {

  private record Slot(RrsetKey group, String slot) {}

  static UniqueRecords of(RoutingPlan plan) {
    Map<Slot, RecordSet> first = new HashMap<>();
    List<RecordSet> kept = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (RecordSet record : plan.records()) {
      RecordSet earlier =
          first.putIfAbsent(new Slot(record.group(), BranchLabels.slot(record)), record);
      if (earlier == null) {
        kept.add(record);
      } else {
        leftOut.add(
            record.key()
                + ": Route 53 accepts one record set per location, region or failover role, and "
                + earlier.key()
                + " has the same; check which of the two exists");
      }
    }
    RoutingPlan unique =
        new RoutingPlan(plan.zone(), kept, plan.healthChecks(), plan.cidrCollections());
    return new UniqueRecords(unique, List.copyOf(leftOut));
  }
}
