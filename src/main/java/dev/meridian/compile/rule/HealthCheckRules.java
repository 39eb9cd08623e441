package dev.meridian.compile.rule;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Limits;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.Calculated;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric;
import dev.meridian.model.HealthCheckConfig.Endpoint;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Rules between health checks. */
final class HealthCheckRules {

  private HealthCheckRules() {}

  static void check(IndexedPlan zone, Consumer<Violation> found) {
    Map<String, HealthCheck> byId = zone.plan().healthChecksById();
    Set<String> seen = new HashSet<>();
    for (HealthCheck check : zone.plan().healthChecks()) {
      Subject subject = new Subject.OfHealthCheck(check.id());
      if (!seen.add(check.id())) {
        found.accept(
            Violation.rejected(
                subject, "two health checks have the id " + check.id(), "rename one of them"));
      }
      address(check, subject, found);
      if (check.config() instanceof Calculated calculated) {
        calculated.children().forEach(child -> child(subject, child, byId, found));
      }
      if (check.config() instanceof CloudWatchMetric metric
          && AwsRegions.byCode(metric.region()).isEmpty()) {
        found.accept(
            Violation.rejected(
                subject,
                "there is no region " + metric.region(),
                "name the region the alarm is in, such as us-east-1"));
      }
    }
    quota(zone, found);
  }

  private static void address(HealthCheck check, Subject subject, Consumer<Violation> found) {
    if (check.config() instanceof Endpoint probe
        && probe.destination().ipAddress() instanceof Value.Literal address) {
      try {
        Destination.checkAddress(address.text());
      } catch (InvalidValue e) {
        found.accept(Violation.rejected(subject, e.what(), e.fix()));
      }
    }
  }

  private static void child(
      Subject subject, String id, Map<String, HealthCheck> byId, Consumer<Violation> found) {
    HealthCheck child = byId.get(id);
    if (child == null) {
      found.accept(
          Violation.dangling(
              subject,
              "counts the health check " + id + ", which does not exist",
              "name a health check that does, or remove it"));
    } else if (child.config() instanceof Calculated) {
      found.accept(
          Violation.rejected(
              subject,
              "counts the health check " + id + ", which is calculated itself",
              "name the health checks that " + id + " counts"));
    }
  }

  private static void quota(IndexedPlan zone, Consumer<Violation> found) {
    int count = zone.plan().healthChecks().size();
    if (count > Limits.HEALTH_CHECKS) {
      found.accept(
          Violation.quota(
              new Subject.OfZone(zone.name()),
              "has " + count + " health checks; the quota of an account is " + Limits.HEALTH_CHECKS,
              "ask AWS to raise the quota, or share health checks between branches"));
    }
  }
}
