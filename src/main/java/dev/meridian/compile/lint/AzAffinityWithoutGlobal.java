package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.AzLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** Finds {@code az-affinity-without-global}. */
final class AzAffinityWithoutGlobal implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (List<RecordSet> group : plan.groups(PolicyKind.AZ_AFFINITY)) {
      if (group.stream().noneMatch(AzAffinityWithoutGlobal::isGlobal)) {
        report.add(
            new Subject.OfGroup(group.get(0).group()),
            "clients in every other location, or in an unknown Availability Zone, get no answer",
            "add the location global");
      }
    }
  }

  private static boolean isGlobal(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.AzAffinity policy
        && policy.location() instanceof AzLocation.Global;
  }
}
