package dev.meridian.cli.zone;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.ComparedSources;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.change.ComparisonText;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.model.ZoneKind;
import dev.meridian.resolve.analysis.AnswerComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing two versions of one zone.
 *
 * @param zone the two versions
 * @param notices what the comparison of answers does not show
 */
public record ZoneComparison(
    ComparedZone zone,
    ClientPopulation population,
    AnswerComparison answers,
    List<Notice> notices) {
  public ZoneComparison {
    notices = List.copyOf(notices);
  }

  /** Two versions of a zone, to ask questions about. */
  public record Versions(
      ComparedSources.Loaded loaded, ComparedZone zone, QueryContext before, QueryContext after) {}

  /** Whether nothing changes. */
  public boolean isSame() {
    return answers.isSame() && notices.isEmpty();
  }

  /** One or several zones of a deployment for people; several have headings. */
  public static List<String> lines(List<ZoneComparison> zones) {
    List<String> lines = new ArrayList<>();
    for (ZoneComparison one : zones) {
      if (zones.size() > 1) {
        lines.add((lines.isEmpty() ? "" : System.lineSeparator()) + one.heading());
      }
      lines.addAll(
          ComparisonText.lines(one.answers, one.population, one.zone.staying(), one.notices));
    }
    return lines;
  }

  private String heading() {
    String kind = zone.after().kind() == ZoneKind.PRIVATE ? "Private" : "Public";
    return String.format(Locale.ROOT, "%s zone %s:", kind, zone.after().plan().zone());
  }

  /** The first zone for programs, with the second one, if there is one, under a key of its own. */
  public static Map<String, @Nullable Object> json(List<ZoneComparison> zones) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(zones.get(0).json());
    if (zones.size() > 1) {
      json.put("private-zone", zones.get(1).json());
    }
    return json;
  }

  private Map<String, @Nullable Object> json() {
    return ComparisonText.json(answers, zone.staying(), notices);
  }
}
