package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import java.util.List;

/** The rule {@code multivalue-above-eight}. */
final class MultivalueAboveEight implements LintRule {
  /** API ResourceRecordSet.MultiValueAnswer. */
  private static final int ANSWERED = 8;

  @Override
  public void check(LintContext plan, Report report) {
    for (List<RecordSet> group : plan.groups(PolicyKind.MULTIVALUE)) {
      if (group.size() > ANSWERED) {
        report.add(
            new Subject.OfGroup(group.get(0).group()),
            "an answer holds "
                + ANSWERED
                + " of these "
                + group.size()
                + " records, different ones for different resolvers",
            "use at most eight addresses if every client must get all of them");
      }
    }
  }
}
