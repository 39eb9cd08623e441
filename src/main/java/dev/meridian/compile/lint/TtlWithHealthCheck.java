package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;

/** The rule {@code ttl-with-health-check}. */
final class TtlWithHealthCheck implements LintRule {
  /** Seconds; AWS's advice for checked records (API ResourceRecordSet.TTL). */
  private static final long ADVISED = 60;

  @Override
  public void check(LintContext plan, Report report) {
    for (RecordSet record : plan.plan().records()) {
      if (record.data() instanceof RecordData.Values answer
          && answer.ttl() > ADVISED
          && record.healthCheckId().isPresent()) {
        report.add(
            new Subject.OfRecord(record.key()),
            "resolvers keep an unhealthy answer for " + answer.ttl() + " s",
            "write ttl: " + ADVISED + " or less for this name");
      }
    }
  }
}
