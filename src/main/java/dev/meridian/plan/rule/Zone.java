package dev.meridian.plan.rule;

import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.SortedMap;

/** A plan with its records looked up by name and type. */
record Zone(RoutingPlan plan, ZoneKind kind, SortedMap<GroupKey, List<RecordSet>> groups) {

  Zone(RoutingPlan plan, ZoneKind kind) {
    this(plan, kind, plan.groups());
  }

  DnsName name() {
    return plan.zone();
  }
}
