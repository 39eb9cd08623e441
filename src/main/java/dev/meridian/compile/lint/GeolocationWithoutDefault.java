package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.GeoLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** The rule {@code geolocation-without-default}. */
final class GeolocationWithoutDefault implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (List<RecordSet> group : plan.groups(PolicyKind.GEOLOCATION)) {
      if (group.stream().noneMatch(GeolocationWithoutDefault::isDefault)) {
        report.add(
            new Subject.OfGroup(group.get(0).group()),
            "clients in places without a record, and at unknown locations, get no answer",
            "add a default branch");
      }
    }
  }

  private static boolean isDefault(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.Geolocation policy
        && policy.location() instanceof GeoLocation.Default;
  }
}
