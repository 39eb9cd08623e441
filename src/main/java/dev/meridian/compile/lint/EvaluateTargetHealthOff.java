package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.Value;
import java.util.Set;

/** The rule {@code evaluate-target-health-off}. */
final class EvaluateTargetHealthOff implements LintRule {
  /** The services whose health Route 53 does not evaluate. */
  private static final Set<Value> WITHOUT_HEALTH =
      Set.of(
          Value.literal(RecordData.ResourceAlias.CLOUDFRONT_ZONE_ID),
          Value.literal(RecordData.ResourceAlias.GLOBAL_ACCELERATOR_ZONE_ID));

  @Override
  public void check(LintContext plan, Report report) {
    for (RecordSet record : plan.plan().records()) {
      // A simple record has no alternative.
      if (record.policy().kind() != PolicyKind.SIMPLE && isOff(record)) {
        report.add(
            new Subject.OfRecord(record.key()),
            "the alias keeps answering even if everything behind it is unhealthy",
            "remove evaluate-target-health: false");
      }
    }
  }

  private static boolean isOff(RecordSet record) {
    return record
        .data()
        .accept(
            new RecordData.Cases<Boolean>() {
              @Override
              public Boolean values(RecordData.Values answer) {
                return false;
              }

              @Override
              public Boolean recordAlias(RecordData.RecordAlias answer) {
                return !answer.evaluateTargetHealth();
              }

              @Override
              public Boolean resourceAlias(RecordData.ResourceAlias answer) {
                return !answer.evaluateTargetHealth() && !WITHOUT_HEALTH.contains(answer.zoneId());
              }
            });
  }
}
