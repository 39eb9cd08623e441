package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.PolicyKind;

/** The rule {@code weights-all-zero}. */
final class WeightsAllZero implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    plan.groups(PolicyKind.WEIGHTED).stream()
        .filter(WeightedGroups::areAllZero)
        .forEach(
            group ->
                report.add(
                    new Subject.OfGroup(group.get(0).group()),
                    "all weights are 0, which means equal shares to Route 53, not off",
                    "give a weight to the branches that are supposed to answer"));
  }
}
