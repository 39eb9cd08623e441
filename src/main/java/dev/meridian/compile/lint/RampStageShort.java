package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.Adjustment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.Ramp;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import java.util.List;

/** The rule {@code ramp-stage-short}. */
final class RampStageShort implements LintRule {
  /**
   * The TTL of an alias to an AWS resource (Route 53 Developer Guide,
   * resource-record-sets-values-alias-common).
   */
  private static final long ALIAS_TTL = 60;

  @Override
  public void check(LintContext plan, Report report) {
    for (NameDeclaration name : plan.names()) {
      name.ramped()
          .filter(ramp -> !ramp.abort().isEmpty())
          .ifPresent(ramp -> plan.groupsOf(name).forEach(key -> check(plan, ramp, key, report)));
    }
  }

  private static void check(LintContext plan, Ramp ramp, RrsetKey group, Report report) {
    long least = 2 * ttl(plan, group) + Adjustment.USUAL_METRIC_DELAY;
    List<Ramp.Stage> stages = ramp.stages();
    for (int i = 1; i < stages.size(); i++) {
      int between = stages.get(i).after() - stages.get(i - 1).after();
      if (between < least) {
        report.add(
            new Subject.OfGroup(group),
            "the stage of "
                + stages.get(i).percent()
                + " % begins "
                + between
                + " s after the one before it, but alarms see the effect of a stage only after up"
                + " to "
                + least
                + " s: twice the TTL, and the metrics' delay",
            "leave " + least + " s or more between stages, or lower the ttl");
        return;
      }
    }
  }

  private static long ttl(LintContext plan, RrsetKey group) {
    return plan.plan().reachableFrom(group).stream()
        .flatMap(key -> plan.group(key).stream())
        .map(RecordSet::data)
        .mapToLong(data -> data instanceof RecordData.Values values ? values.ttl() : ALIAS_TTL)
        .max()
        .orElse(ALIAS_TTL);
  }
}
