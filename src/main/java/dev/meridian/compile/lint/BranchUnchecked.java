package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.AzLocation;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** The rule {@code branch-unchecked}. */
final class BranchUnchecked implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    CanFail failing = new CanFail(plan);
    for (List<RecordSet> group : plan.groups().values()) {
      // If no branch can fail, that is intended.
      if (group.stream().anyMatch(failing::canFail)) {
        group.stream()
            .filter(record -> !isLastResort(record) && !failing.canFail(record))
            .forEach(
                record ->
                    report.add(
                        new Subject.OfRecord(record.key()),
                        LintContext.label(record)
                            + " always counts as healthy, unlike the other branches",
                        "give it a health-check"));
      }
    }
  }

  /** The answer of last resort needs no health check; a primary has its own rule. */
  private static boolean isLastResort(RecordSet record) {
    return record
        .policy()
        .accept(
            new RoutingPolicy.Cases<Boolean>() {
              @Override
              public Boolean simple(RoutingPolicy.Simple policy) {
                return true;
              }

              @Override
              public Boolean weighted(RoutingPolicy.Weighted policy) {
                return policy.weight() == 0;
              }

              @Override
              public Boolean latency(RoutingPolicy.Latency policy) {
                return false;
              }

              @Override
              public Boolean geolocation(RoutingPolicy.Geolocation policy) {
                return policy.location() instanceof GeoLocation.Default;
              }

              @Override
              public Boolean geoproximity(RoutingPolicy.Geoproximity policy) {
                return false;
              }

              @Override
              public Boolean failover(RoutingPolicy.Failover policy) {
                return true;
              }

              @Override
              public Boolean multivalue(RoutingPolicy.Multivalue policy) {
                return false;
              }

              @Override
              public Boolean ipBased(RoutingPolicy.IpBased policy) {
                return policy.location().equals(RoutingPolicy.IpBased.DEFAULT);
              }

              @Override
              public Boolean azAffinity(RoutingPolicy.AzAffinity policy) {
                return policy.location() instanceof AzLocation.Global;
              }
            });
  }
}
