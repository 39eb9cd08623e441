package dev.meridian.compile.lint;

import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.util.HashMap;
import java.util.Map;

/** Whether a record can ever count as unhealthy. */
final class CanFail {
  /** Nothing says when Route 53 considers an accelerator unhealthy. */
  private static final Value GLOBAL_ACCELERATOR =
      Value.literal(RecordData.ResourceAlias.GLOBAL_ACCELERATOR_ZONE_ID);

  private final LintContext plan;
  private final Map<RrsetKey, Boolean> groups = new HashMap<>();

  CanFail(LintContext plan) {
    this.plan = plan;
  }

  /** Because of its own health check, or because it is an alias to something that can. */
  boolean canFail(RecordSet record) {
    if (record.healthCheckId().isPresent()) {
      return true;
    }
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
                return answer.evaluateTargetHealth()
                    && groupCanFail(new RrsetKey(answer.target(), record.type()));
              }

              @Override
              public Boolean resourceAlias(RecordData.ResourceAlias answer) {
                return answer.evaluateTargetHealth() && !answer.zoneId().equals(GLOBAL_ACCELERATOR);
              }
            });
  }

  /** A group is unhealthy if all its records are. */
  private boolean groupCanFail(RrsetKey key) {
    Boolean known = groups.get(key);
    if (known == null) {
      groups.put(key, false); // in case the aliases form a loop
      known = plan.group(key).stream().allMatch(this::canFail);
      groups.put(key, known);
    }
    return known;
  }
}
