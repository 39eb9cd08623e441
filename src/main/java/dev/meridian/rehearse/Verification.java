package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.live.AwsAccess;
import dev.meridian.live.Difference;
import dev.meridian.live.LiveAlarms;
import dev.meridian.live.LiveFailed;
import dev.meridian.live.LiveZone;
import dev.meridian.live.LiveZones;
import dev.meridian.live.PlanComparison;
import dev.meridian.model.RoutingPlan;
import dev.meridian.terraform.KnownOutputs;
import dev.meridian.terraform.StateOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads what is deployed and compares it, field by field, with what is declared. Only reads. */
public final class Verification {
  private final Deployment deployment;
  private final AwsAccess access;
  private final List<Difference> findings = new ArrayList<>();

  private Verification(Deployment deployment, AwsAccess access) {
    this.deployment = deployment;
    this.access = access;
  }

  /**
   * What came of it.
   *
   * @param findings sorted; none where all is as declared
   * @param notCompared what nobody knows, or Route 53 has and no declaration can say
   * @param compared what was, as one line
   */
  public record Result(List<Difference> findings, List<String> notCompared, String compared) {
    public Result {
      findings = findings.stream().sorted().toList();
      notCompared = List.copyOf(notCompared);
    }
  }

  /**
   * Compares {@code plan} with the hosted zone, and the regions' sites with their load balancers
   * and servers.
   *
   * @param outputs of the regions and of foreign states
   */
  public static Result of(
      Deployment deployment, RoutingPlan plan, KnownOutputs outputs, AwsAccess access)
      throws LiveFailed {
    return new Verification(deployment, access).compare(plan, outputs);
  }

  private Result compare(RoutingPlan plan, KnownOutputs outputs) throws LiveFailed {
    for (RegionDeclaration region : deployment.regions().values()) {
      StateOutputs known = outputs.bySource().getOrDefault(region.code(), StateOutputs.NONE);
      findings.addAll(new SiteComparison(deployment, region, known).compare(access));
    }
    Optional<LiveZone> zone = zone();
    if (zone.isEmpty()) {
      findings.add(missing("hosted zone " + plan.zone()));
      return result(plan, List.of());
    }
    ComparedPart part =
        ComparedPart.of(deployment.zone(), outputs.resolve(plan), zone.get().plan());
    findings.addAll(PlanComparison.compare(part.declared(), part.found()));
    if (deployment.alerts().enabled()) {
      alarms(plan, zone.get().healthCheckIds());
    }
    List<String> notCompared = new ArrayList<>(part.leftOut());
    notCompared.addAll(zone.get().unexpressed());
    return result(plan, notCompared);
  }

  private Optional<LiveZone> zone() throws LiveFailed {
    // Health checks that no record uses are the application's by their tags.
    Map<String, String> owner =
        Map.of("Application", deployment.application(), "Environment", deployment.environment());
    try (LiveZones zones = new LiveZones(access)) {
      return zones.read(ZoneReference.of(deployment.zone()), owner);
    }
  }

  private void alarms(RoutingPlan plan, SortedMap<String, String> awsIds) throws LiveFailed {
    SortedMap<String, List<LiveAlarms.Alarm>> alarms = LiveAlarms.byHealthCheck(access);
    String topic = ":" + deployment.application() + "-" + deployment.environment() + "-health";
    plan.healthChecks()
        .forEach(
            check -> {
              String subject = "alarm of health check " + check.id();
              List<LiveAlarms.Alarm> own =
                  alarms.getOrDefault(awsIds.getOrDefault(check.id(), ""), List.of());
              if (own.isEmpty()) {
                findings.add(missing(subject));
              }
              own.stream().limit(1).forEach(alarm -> alarm(subject, alarm, topic));
            });
  }

  private void alarm(String subject, LiveAlarms.Alarm alarm, String topic) {
    expect(subject, "metric", "HealthCheckStatus", alarm.metric());
    expect(subject, "actions enabled", "true", String.valueOf(alarm.actionsEnabled()));
    expectTopic(subject, "alarm actions", topic, alarm.alarmActions());
    expectTopic(subject, "ok actions", topic, alarm.okActions());
  }

  private void expectTopic(String subject, String field, String topic, List<String> arns) {
    if (arns.stream().noneMatch(arn -> arn.endsWith(topic))) {
      findings.add(new Difference(subject, field, "…" + topic, arns.toString()));
    }
  }

  private void expect(String subject, String field, String expected, String found) {
    if (!expected.equals(found)) {
      findings.add(new Difference(subject, field, expected, found));
    }
  }

  static Difference missing(String subject) {
    return new Difference(subject, Difference.PRESENCE, "present", Difference.ABSENT);
  }

  private Result result(RoutingPlan plan, List<String> notCompared) {
    int checks = plan.healthChecks().size();
    String compared =
        "%d record sets, %d health checks, %d alarms, the sites of %d regions"
            .formatted(
                plan.records().size(),
                checks,
                deployment.alerts().enabled() ? checks : 0,
                deployment.regions().size());
    return new Result(findings, notCompared, compared);
  }
}
