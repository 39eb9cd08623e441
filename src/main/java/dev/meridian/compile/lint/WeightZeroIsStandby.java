package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.model.DnsName;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rule {@code weight-zero-is-standby}. A ramp needs a branch with weight 0. */
final class WeightZeroIsStandby implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    CanFail failing = new CanFail(plan);
    Set<DnsName> ramped = ramped(plan);
    for (List<RecordSet> group : plan.groups(PolicyKind.WEIGHTED)) {
      if (ramped.contains(group.get(0).name())) {
        continue;
      }
      boolean othersFail =
          group.stream()
              .filter(record -> !WeightedGroups.isZero(record))
              .allMatch(failing::canFail);
      if (othersFail && !WeightedGroups.areAllZero(group)) {
        group.stream().filter(WeightedGroups::isZero).forEach(record -> tell(record, report));
      }
    }
  }

  private static Set<DnsName> ramped(LintContext plan) {
    return plan.deployment().stream()
        .flatMap(deployment -> deployment.names().stream())
        .filter(name -> name.ramped().isPresent())
        .map(NameDeclaration::name)
        .collect(Collectors.toUnmodifiableSet());
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
