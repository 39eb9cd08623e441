package dev.meridian.compile.rule;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A plan with its records looked up by name and type.
 *
 * @param id of the hosted zone; null if it is not known
 */
record IndexedPlan(
    RoutingPlan plan,
    ZoneKind kind,
    @Nullable String id,
    SortedMap<RrsetKey, List<RecordSet>> groups) {

  IndexedPlan(RoutingPlan plan, ZoneKind kind, @Nullable String id) {
    this(plan, kind, id, plan.groups());
  }

  /** Whether {@code zoneId} is the id of this zone, and {@code name} is in it. */
  boolean holds(DnsName name, String zoneId) {
    return zoneId.equals(id) && name.isWithin(name());
  }

  /** Whether the plan itself has records of that name. */
  boolean declares(DnsName name) {
    return groups.keySet().stream().anyMatch(key -> key.name().equals(name));
  }

  DnsName name() {
    return plan.zone();
  }
}
