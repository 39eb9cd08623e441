package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rule {@code nesting-deep}. */
final class NestingDeep implements LintRule {
  /** Levels of groups (Developer Guide, "Managing over 100 weighted records"). */
  private static final int DOCUMENTED = 3;

  @Override
  public void check(LintContext plan, Report report) {
    Set<RrsetKey> targets = new HashSet<>();
    plan.plan().records().forEach(record -> LintContext.target(record).ifPresent(targets::add));
    Map<RrsetKey, Integer> levels = new HashMap<>();
    for (RrsetKey key : plan.groups().keySet()) {
      if (!targets.contains(key) && levels(plan, key, levels) > DOCUMENTED) {
        report.add(
            new Subject.OfGroup(key),
            "its records are "
                + levels.get(key)
                + " levels deep, more than the "
                + DOCUMENTED
                + " that AWS documents",
            "merge levels: a group can have up to 100 branches");
      }
    }
  }

  private static int levels(LintContext plan, RrsetKey key, Map<RrsetKey, Integer> levels) {
    Integer known = levels.get(key);
    if (known != null) {
      return known;
    }
    levels.put(key, 0); // in case the aliases form a loop
    int deepest = 0;
    for (RecordSet record : plan.group(key)) {
      Optional<RrsetKey> target = LintContext.target(record);
      if (target.isPresent()) {
        deepest = Math.max(deepest, levels(plan, target.get(), levels));
      }
    }
    levels.put(key, deepest + 1);
    return deepest + 1;
  }
}
