package dev.meridian.plan.lint;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.plan.rule.Subject;
import java.util.List;

/** Tells {@code weight-zero-is-standby}. */
final class WeightZeroIsStandby implements LintRule {
  @Override
  public void check(Examined plan, Report report) {
    Failing failing = new Failing(plan);
    for (List<RecordSet> group : plan.groups(PolicyKind.WEIGHTED)) {
      boolean othersFail =
          group.stream().filter(record -> !Weights.isZero(record)).allMatch(failing::canFail);
      if (othersFail && !Weights.areAllZero(group)) {
        group.stream().filter(Weights::isZero).forEach(record -> tell(record, report));
      }
    }
  }

  private static void tell(RecordSet record, Report report) {
    report.add(
        new Subject.OfRecord(record.key()),
        "weight 0 is a standby, not off: "
            + Examined.label(record)
            + " answers once all others are unhealthy",
        "remove the branch if it must never answer");
  }
}
