package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import java.util.List;

/** The rule {@code weight-zero-is-standby}. */
final class WeightZeroIsStandby implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    CanFail failing = new CanFail(plan);
    for (List<RecordSet> group : plan.groups(PolicyKind.WEIGHTED)) {
      boolean othersFail =
          group.stream()
              .filter(record -> !WeightedGroups.isZero(record))
              .allMatch(failing::canFail);
      if (othersFail && !WeightedGroups.areAllZero(group)) {
        group.stream().filter(WeightedGroups::isZero).forEach(record -> tell(record, report));
      }
    }
  }

  private static void tell(RecordSet record, Report report) {
    report.add(
        new Subject.OfRecord(record.key()),
        "weight 0 means standby, not off: "
            + LintContext.label(record)
            + " answers when all others are unhealthy",
        "remove the branch if it must never answer");
  }
}
