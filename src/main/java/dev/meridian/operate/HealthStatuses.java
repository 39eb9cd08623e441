package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.CheckerReports;
import dev.meridian.aws.CheckerReports.Report;
import dev.meridian.aws.CheckerReports.Verdict;
import dev.meridian.aws.RoutingControlStates.Control;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Probing;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.operate.DeploymentStatus.HealthStatus;
import dev.meridian.operate.DeploymentStatus.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The states of health checks: from the reports of Route 53's checkers, from routing controls, and
 * for calculated ones from their children.
 */
final class HealthStatuses {
  private final RoutingPlan live;
  private final SortedMap<String, String> awsIds;
  private final Map<String, Control> controls = new TreeMap<>();
  private final CheckerReports reports;
  private final List<String> notRead;
  private final Map<String, HealthStatus> found = new LinkedHashMap<>();

  private HealthStatuses(
      RoutingPlan live,
      SortedMap<String, String> awsIds,
      Collection<Control> controls,
      CheckerReports reports,
      List<String> notRead) {
    this.live = live;
    this.awsIds = awsIds;
    this.reports = reports;
    this.notRead = notRead;
    controls.forEach(control -> this.controls.put(control.arn(), control));
  }

  /**
   * The state of each of the health checks {@code ids}, in their order, without times.
   *
   * @param live what the hosted zone has now
   * @param awsIds maps the plan's id of each health check to Route 53's
   * @param controls the routing controls that were read
   * @param notRead receives what could not be read
   */
  static List<HealthStatus> read(
      List<String> ids,
      RoutingPlan live,
      SortedMap<String, String> awsIds,
      Collection<Control> controls,
      AwsAccess access,
      List<String> notRead) {
    try (CheckerReports reports = new CheckerReports(access)) {
      HealthStatuses statuses = new HealthStatuses(live, awsIds, controls, reports, notRead);
      return ids.stream().map(statuses::of).toList();
    }
  }

  /** Children of calculated health checks are not calculated, so this ends. */
  private HealthStatus of(String id) {
    HealthStatus known = found.get(id);
    if (known == null) {
      known = read(id);
      found.put(id, known);
    }
    return known;
  }

  private HealthStatus read(String id) {
    HealthCheck check = live.healthChecksById().get(id);
    if (check == null) {
      boolean exists = awsIds.containsKey(id);
      return other(id, exists ? State.NOT_KNOWN : State.MISSING, exists ? "unknown form" : "");
    }
    if (check.disabled()) {
      return other(id, state(true, check), "disabled");
    }
    if (check.config() instanceof HealthCheckConfig.Calculated calculated) {
      return calculated(check, calculated);
    }
    if (check.config() instanceof HealthCheckConfig.RecoveryControl control) {
      return control(check, control);
    }
    try {
      return reported(check, reports.of(id, awsIds.getOrDefault(id, id)));
    } catch (AwsReadException e) {
      notRead.add("health check " + id + ": " + e.getMessage());
      return other(id, State.NOT_READ, "");
    }
  }

  private static HealthStatus other(String id, State state, String reason) {
    return new HealthStatus(id, state, 0, 0, false, reason, null);
  }

  private static State state(boolean healthy, HealthCheck check) {
    return healthy == check.inverted() ? State.UNHEALTHY : State.HEALTHY;
  }

  private HealthStatus control(HealthCheck check, HealthCheckConfig.RecoveryControl config) {
    Control control =
        config.routingControlArn() instanceof Value.Literal arn ? controls.get(arn.text()) : null;
    return control == null
        ? other(check.id(), State.NOT_KNOWN, "its routing control was not read")
        : other(
            check.id(),
            state(control.on(), check),
            "its routing control is " + (control.on() ? "on" : "off"));
  }

  private HealthStatus calculated(HealthCheck check, HealthCheckConfig.Calculated config) {
    int healthy = 0;
    List<String> down = new ArrayList<>();
    int unknown = 0;
    for (String child : config.children()) {
      State state = of(child).state();
      if (state == State.HEALTHY) {
        healthy++;
      } else if (state == State.UNHEALTHY) {
        down.add(child);
      } else {
        unknown++;
      }
    }
    boolean least = healthy >= config.threshold();
    boolean most = healthy + unknown >= config.threshold();
    return new HealthStatus(
        check.id(),
        least == most ? state(least, check) : State.NOT_KNOWN,
        healthy,
        config.children().size(),
        true,
        down.isEmpty() ? "" : "unhealthy: " + String.join(", ", down),
        null);
  }

  private static HealthStatus reported(HealthCheck check, List<Report> reports) {
    int healthy = count(reports, Verdict.HEALTHY);
    int unknown = count(reports, Verdict.NOT_KNOWN);
    boolean least = Probing.isHealthy(healthy, reports.size());
    boolean most = Probing.isHealthy(healthy + unknown, reports.size());
    boolean decided = least == most && !reports.isEmpty();
    return new HealthStatus(
        check.id(),
        decided ? state(least, check) : State.NOT_KNOWN,
        healthy,
        reports.size(),
        false,
        reports.isEmpty() ? "no checker reports it" : mostFrequentFailure(reports),
        null);
  }

  private static int count(List<Report> reports, Verdict verdict) {
    return (int) reports.stream().filter(report -> report.verdict() == verdict).count();
  }

  /** Of equally frequent ones, the first in the order of the regions. */
  private static String mostFrequentFailure(List<Report> reports) {
    Map<String, Integer> uses = new LinkedHashMap<>();
    reports.stream()
        .filter(report -> report.verdict() != Verdict.HEALTHY)
        .forEach(report -> uses.merge(report.text(), 1, Integer::sum));
    String most = "";
    for (Map.Entry<String, Integer> use : uses.entrySet()) {
      if (most.isEmpty() || use.getValue() > uses.getOrDefault(most, 0)) {
        most = use.getKey();
      }
    }
    return most;
  }
}
