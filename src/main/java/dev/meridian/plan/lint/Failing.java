package dev.meridian.plan.lint;

import dev.meridian.model.Answer;
import dev.meridian.model.GroupKey;
import dev.meridian.model.RecordSet;
import java.util.HashMap;
import java.util.Map;

/** Whether a record can ever count as unhealthy. */
final class Failing {
  private final Examined plan;
  private final Map<GroupKey, Boolean> groups = new HashMap<>();

  Failing(Examined plan) {
    this.plan = plan;
  }

  /** By a check of its own, or through an alias to something that can. */
  boolean canFail(RecordSet record) {
    if (record.healthCheckId().isPresent()) {
      return true;
    }
    return record
        .answer()
        .accept(
            new Answer.Cases<Boolean>() {
              @Override
              public Boolean values(Answer.Values answer) {
                return false;
              }

              @Override
              public Boolean recordAlias(Answer.RecordAlias answer) {
                return answer.evaluateTargetHealth()
                    && groupCanFail(new GroupKey(answer.target(), record.type()));
              }

              @Override
              public Boolean resourceAlias(Answer.ResourceAlias answer) {
                return answer.evaluateTargetHealth();
              }
            });
  }

  /** A group is unhealthy when all its records are. */
  private boolean groupCanFail(GroupKey key) {
    Boolean known = groups.get(key);
    if (known == null) {
      groups.put(key, false); // should the aliases lead in a circle
      known = plan.group(key).stream().allMatch(this::canFail);
      groups.put(key, known);
    }
    return known;
  }
}
