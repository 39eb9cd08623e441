package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;

/** The rule {@code negative-bias}. */
final class NegativeBias implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (RecordSet record : plan.plan().records()) {
      if (record.policy() instanceof RoutingPolicy.Geoproximity policy && policy.bias() < 0) {
        report.add(
            new Subject.OfRecord(record.key()),
            "AWS has published two formulas for a negative bias such as "
                + policy.bias()
                + ", and they differ widely",
            "give the other branches a positive bias instead");
      }
    }
  }
}
