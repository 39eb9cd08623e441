package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.Value;
import java.util.List;

/** The rule {@code switch-not-followed}. */
final class SwitchNotFollowed implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    List<String> regions =
        plan.deployment().map(Deployment::switches).map(one -> one.regions()).orElse(List.of());
    for (RecordSet record : plan.plan().records()) {
      if (record.policy().kind() == PolicyKind.SIMPLE) {
        record.data().parts().stream()
            .map(Value::heldBy)
            .flatMap(region -> region.stream())
            .filter(regions::contains)
            .findFirst()
            .ifPresent(
                region ->
                    report.add(
                        new Subject.OfRecord(record.key()),
                        "a simple record set answers with "
                            + region
                            + " even while its switch is off",
                        "use a policy with a branch in another region, such as failover"));
      }
    }
  }
}
