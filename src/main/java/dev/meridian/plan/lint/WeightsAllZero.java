package dev.meridian.plan.lint;

import dev.meridian.model.PolicyKind;
import dev.meridian.plan.rule.Subject;

/** Tells {@code weights-all-zero}. */
final class WeightsAllZero implements LintRule {
  @Override
  public void check(Examined plan, Report report) {
    plan.groups(PolicyKind.WEIGHTED).stream()
        .filter(Weights::areAllZero)
        .forEach(
            group ->
                report.add(
                    new Subject.OfGroup(group.get(0).group()),
                    "all weights are 0, which Route 53 takes as equal shares, not as off",
                    "give a weight to the branches that shall answer"));
  }
}
