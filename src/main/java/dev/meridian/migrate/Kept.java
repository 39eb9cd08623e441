package dev.meridian.migrate;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The hidden groups behind old record sets, which stay until no record set points to them. Without
 * them, Terraform could delete a group before the alias to it has moved.
 */
final class Kept {
  private final RoutingPlan before;
  private final Set<RrsetKey> hidden;
  private final Set<RrsetKey> declared;
  private final Map<String, HealthCheck> declaredChecks;
  private final Map<RecordKey, RecordSet> records = new LinkedHashMap<>();
  private final Map<String, HealthCheck> checks = new TreeMap<>();

  Kept(RoutingPlan before, RoutingPlan after) {
    this.before = before;
    this.hidden = before.hiddenGroups();
    this.declared = after.groups().keySet();
    this.declaredChecks = after.healthChecksById();
  }

  /** Keeps what is behind the old record sets of {@code group}. */
  void behind(RrsetKey group) {
    Map<RrsetKey, List<RecordSet>> groups = before.groups();
    Deque<RrsetKey> open = new ArrayDeque<>(List.of(group));
    while (!open.isEmpty()) {
      for (RecordSet record : groups.getOrDefault(open.remove(), List.of())) {
        record
            .aliasTarget()
            .filter(target -> hidden.contains(target) && !declared.contains(target))
            .ifPresent(
                target -> {
                  for (RecordSet kept : groups.getOrDefault(target, List.of())) {
                    if (records.put(kept.key(), kept) == null) {
                      kept.healthCheckId().ifPresent(this::check);
                      open.add(target);
                    }
                  }
                });
      }
    }
  }

  private void check(String id) {
    HealthCheck check = before.healthChecksById().get(id);
    if (check == null || declaredChecks.containsKey(id) || checks.put(id, check) != null) {
      return;
    }
    if (check.config() instanceof HealthCheckConfig.Calculated calculated) {
      calculated.children().forEach(this::check);
    }
  }

  List<RecordSet> records() {
    return List.copyOf(records.values());
  }

  List<HealthCheck> healthChecks() {
    return checks.values().stream().collect(Collectors.toUnmodifiableList());
  }
}
