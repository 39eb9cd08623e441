package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** The rule {@code ip-based-without-default}. */
final class IpBasedWithoutDefault implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (List<RecordSet> group : plan.groups(PolicyKind.IP_BASED)) {
      if (group.stream().noneMatch(IpBasedWithoutDefault::isDefault)) {
        report.add(
            new Subject.OfGroup(group.get(0).group()),
            "clients outside every block get no answer",
            "add the location default");
      }
    }
  }

  private static boolean isDefault(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.IpBased policy
        && policy.location().equals(RoutingPolicy.IpBased.DEFAULT);
  }
}
