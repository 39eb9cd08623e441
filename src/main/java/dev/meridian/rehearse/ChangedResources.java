package dev.meridian.rehearse;

import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import java.util.HashSet;
import java.util.Set;

/** The resources of Terraform that an edit of a declaration must change. */
final class ChangedResources {
  private ChangedResources() {}

  /** How many records and traffic policy instances it updates in place. */
  static int between(RoutingPlan before, RoutingPlan after) {
    Set<RecordSet> changed = new HashSet<>(after.records());
    before.records().forEach(changed::remove);
    Set<RrsetKey> created = after.policyGroups();
    long own = changed.stream().filter(record -> !created.contains(record.group())).count();
    return (int) own + instances(after, changed);
  }

  /** The traffic policy instances whose record sets changed. Each is one resource. */
  private static int instances(RoutingPlan after, Set<RecordSet> changed) {
    int instances = 0;
    for (RrsetKey root : after.policyRecords()) {
      Set<RrsetKey> groups = after.reachableFrom(root);
      if (changed.stream().anyMatch(record -> groups.contains(record.group()))) {
        instances++;
      }
    }
    return instances;
  }

  /** A policy cannot change, so Terraform creates another one, and then changes the instance. */
  static long replacedPolicies(PlanSummary summary) {
    return summary.of(Action.REPLACE).stream()
        .filter(change -> change.type().equals("aws_route53_traffic_policy"))
        .count();
  }
}
