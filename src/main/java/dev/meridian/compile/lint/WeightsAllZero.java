package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.PolicyKind;

/** Tells {@code weights-all-zero}. */
final class WeightsAllZero implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    plan.groups(PolicyKind.WEIGHTED).stream()
        .filter(WeightedGroups::areAllZero)
        .forEach(
            group ->
                report.add(
                    new Subject.OfGroup(group.get(0).group()),
                    "all weights are 0, which Route 53 takes as equal shares, not as off",
                    "give a weight to the branches that shall answer"));
  }
}
