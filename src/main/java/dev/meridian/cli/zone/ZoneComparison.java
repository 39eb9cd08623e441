package dev.meridian.cli.zone;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.change.ComparisonText;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.cli.view.change.StayingText;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.analysis.AnswerComparison;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a zone, and how they differ.
 *
 * @param staying record sets that one of the two does not manage
 * @param notices what the comparison of answers does not show
 */
public record ZoneComparison(
    QueryContext before,
    QueryContext after,
    ClientPopulation population,
    AnswerComparison answers,
    StayingText staying,
    List<Notice> notices) {
  public ZoneComparison {
    notices = List.copyOf(notices);
  }

  /** Whether nothing changes. */
  public boolean isSame() {
    return answers.isSame() && notices.isEmpty();
  }

  /** Such as {@code Private zone example.com}. */
  public String heading() {
    String kind = after.loaded().kind() == ZoneKind.PRIVATE ? "Private" : "Public";
    return kind + " zone " + after.plan().zone();
  }

  List<String> lines() {
    return ComparisonText.lines(answers, population, staying, notices);
  }

  Map<String, @Nullable Object> json() {
    return ComparisonText.json(answers, staying, notices);
  }
}
