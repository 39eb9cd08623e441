package dev.meridian.migrate;

import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The groups that hidden groups point to. Terraform gives {@code create_before_destroy} to
 * everything that a resource with this setting depends on, and then deletes it last. So the record
 * sets of such a group cannot be deleted in the same apply in which the rest gets another policy.
 */
final class Reached {
  private final Set<RrsetKey> found = new HashSet<>();

  Reached(RoutingPlan before, RoutingPlan after) {
    add(before);
    add(after);
  }

  private void add(RoutingPlan plan) {
    Map<RrsetKey, List<RecordSet>> groups = plan.groups();
    Deque<RrsetKey> open = new ArrayDeque<>(plan.hiddenGroups());
    while (!open.isEmpty()) {
      groups.getOrDefault(open.remove(), List.of()).stream()
          .flatMap(record -> record.aliasTarget().stream())
          .filter(found::add)
          .forEach(open::add);
    }
  }

  boolean fromHidden(RrsetKey group) {
    return found.contains(group);
  }
}
