package dev.meridian.plan.lint;

import dev.meridian.model.Answer;
import dev.meridian.model.RecordSet;
import dev.meridian.plan.rule.Subject;

/** Tells {@code several-values-one-check}. */
final class SeveralValuesOneCheck implements LintRule {
  @Override
  public void check(Examined plan, Report report) {
    for (RecordSet record : plan.plan().records()) {
      if (record.answer() instanceof Answer.Values answer
          && answer.values().size() > 1
          && record.healthCheckId().isPresent()) {
        report.add(
            new Subject.OfRecord(record.key()),
            "one health check takes all " + answer.values().size() + " values away, or none",
            "use multivalue, where each address has a health check of its own");
      }
    }
  }
}
