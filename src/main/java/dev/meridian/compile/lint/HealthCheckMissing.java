package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.RecordSet;

/** The rule {@code health-check-missing}. */
final class HealthCheckMissing implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (RecordSet record : plan.plan().records()) {
      record
          .healthCheckId()
          .filter(id -> plan.check(id).isEmpty())
          .ifPresent(
              id ->
                  report.add(
                      new Subject.OfRecord(record.key()),
                      "its health check " + id + " does not exist: its health is unpredictable",
                      "give the record another health check, or none"));
    }
  }
}
