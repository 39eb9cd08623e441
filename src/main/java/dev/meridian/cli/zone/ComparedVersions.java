package dev.meridian.cli.zone;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.cli.view.change.StayingText;
import dev.meridian.resolve.analysis.AnswerComparison;
import java.util.List;

/**
 * Two versions of a zone, and how they differ.
 *
 * @param staying record sets that one of the two does not manage
 * @param notices what answers do not show
 * @param notCompared what else could differ, in sentences
 */
public record ComparedVersions(
    QueryContext before,
    QueryContext after,
    ClientPopulation population,
    AnswerComparison comparison,
    StayingText staying,
    List<Notice> notices,
    List<String> notCompared) {

  public ComparedVersions {
    notices = List.copyOf(notices);
    notCompared = List.copyOf(notCompared);
  }

  /** Whether nothing differs, and everything could be compared. */
  public boolean isSame() {
    return comparison.isSame() && notices.isEmpty() && notCompared.isEmpty();
  }
}
