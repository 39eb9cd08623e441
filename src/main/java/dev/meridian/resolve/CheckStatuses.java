package dev.meridian.resolve;

import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The statuses that records see, from what probes, alarms, and routing controls say. */
public final class CheckStatuses {
  private final Map<String, HealthCheck> checks;

  public CheckStatuses(Map<String, HealthCheck> checks) {
    this.checks = Map.copyOf(checks);
  }

  Set<String> ids() {
    return checks.keySet();
  }

  /**
   * The ids of the health checks whose status is unhealthy, after disabling, inversion, and
   * calculation.
   *
   * @param passes whether a health check passes on its own; a calculated one must also have enough
   *     healthy children. An inverted one of a routing control passes while the control is off,
   *     because such a control takes something out of service
   */
  public SortedSet<String> unhealthy(Predicate<String> passes) {
    return unhealthy(checks.keySet(), passes);
  }

  /** The same, but only of {@code ids}. */
  SortedSet<String> unhealthy(Set<String> ids, Predicate<String> passes) {
    SortedSet<String> unhealthy = new TreeSet<>();
    for (String id : ids) {
      if (!effective(id, passes)) {
        unhealthy.add(id);
      }
    }
    return unhealthy;
  }

  /** A health check that is not in the plan is healthy. */
  private boolean effective(String id, Predicate<String> passes) {
    HealthCheck check = checks.get(id);
    if (check == null) {
      return true;
    }
    boolean fine =
        passes.test(id)
            && !(check.config() instanceof HealthCheckConfig.Calculated calculated
                && !enough(calculated, passes));
    boolean drain = check.inverted() && check.config() instanceof HealthCheckConfig.RecoveryControl;
    return HealthCheckEvaluation.effective(
        check,
        fine != drain
            ? HealthCheckEvaluation.Observed.HEALTHY
            : HealthCheckEvaluation.Observed.UNHEALTHY);
  }

  /**
   * The only other health check that a calculated one counts besides routing controls, if it needs
   * all of them; otherwise, {@code id}.
   */
  String withoutSwitch(String id) {
    HealthCheck check = checks.get(id);
    if (check == null
        || !(check.config() instanceof HealthCheckConfig.Calculated calculated)
        || calculated.threshold() != calculated.children().size()) {
      return id;
    }
    List<String> others =
        calculated.children().stream().filter(child -> !isControl(checks.get(child))).toList();
    return others.size() == 1 && others.size() < calculated.children().size() ? others.get(0) : id;
  }

  private static boolean isControl(@Nullable HealthCheck check) {
    return check != null && check.config() instanceof HealthCheckConfig.RecoveryControl;
  }

  private boolean enough(HealthCheckConfig.Calculated config, Predicate<String> passes) {
    List<Boolean> children = new ArrayList<>();
    for (String child : config.children()) {
      HealthCheck check = checks.get(child);
      // AWS refuses calculated health checks as children of others.
      boolean nested = check != null && check.config() instanceof HealthCheckConfig.Calculated;
      children.add(nested || effective(child, passes));
    }
    return HealthCheckEvaluation.calculated(config.threshold(), children);
  }
}
