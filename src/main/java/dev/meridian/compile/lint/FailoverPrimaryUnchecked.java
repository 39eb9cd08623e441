package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RoutingPolicy.Failover.Role;
import java.util.List;

/** The rule {@code failover-primary-unchecked}. */
final class FailoverPrimaryUnchecked implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    CanFail failing = new CanFail(plan);
    for (List<RecordSet> group : plan.groups(PolicyKind.FAILOVER)) {
      for (RecordSet record : group) {
        if (group.size() > 1 && isPrimary(record) && !failing.canFail(record)) {
          report.add(
              new Subject.OfRecord(record.key()),
              "nothing can make the primary unhealthy, so the secondary never answers",
              "give it a health-check");
        }
      }
    }
  }

  private static boolean isPrimary(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.Failover policy
        && policy.role() == Role.PRIMARY;
  }
}
