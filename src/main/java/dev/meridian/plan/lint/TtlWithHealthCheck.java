package dev.meridian.plan.lint;

import dev.meridian.model.Answer;
import dev.meridian.model.RecordSet;
import dev.meridian.plan.rule.Subject;

/** Tells {@code ttl-with-health-check}. */
final class TtlWithHealthCheck implements LintRule {
  /** Seconds; AWS's advice for checked records (API ResourceRecordSet.TTL). */
  private static final long ADVISED = 60;

  @Override
  public void check(Examined plan, Report report) {
    for (RecordSet record : plan.plan().records()) {
      if (record.answer() instanceof Answer.Values answer
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
