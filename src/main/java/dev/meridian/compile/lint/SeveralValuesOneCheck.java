package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;

/** The rule {@code several-values-one-check}. */
final class SeveralValuesOneCheck implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (RecordSet record : plan.plan().records()) {
      if (record.data() instanceof RecordData.Values answer
          && answer.values().size() > 1
          && record.healthCheckId().isPresent()) {
        report.add(
            new Subject.OfRecord(record.key()),
            "one health check removes all " + answer.values().size() + " values, or none",
            "use multivalue, where each address has a health check of its own");
      }
    }
  }
}
