package dev.meridian.cli.view.change;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.view.JsonObject;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.cli.view.Percent;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.analysis.AnswerComparison;
import dev.meridian.resolve.analysis.AnswerComparison.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Differences between two plans, for people and for programs. */
public final class ComparisonText {
  private static final int SHARE_DIGITS = 6;

  private ComparisonText() {}

  public static List<String> lines(
      AnswerComparison comparison,
      ClientPopulation population,
      StayingText staying,
      List<Notice> notices) {
    List<String> lines = new ArrayList<>();
    if (comparison.isSame()) {
      lines.add("Nobody's answers change.");
    } else {
      lines.addAll(changes(comparison, population));
    }
    lines.addAll(staying.lines());
    notices.forEach(notice -> lines.addAll(notice.lines()));
    return lines;
  }

  private static List<String> changes(AnswerComparison comparison, ClientPopulation population) {
    List<String> lines = new ArrayList<>();
    @Nullable Question last = null;
    for (Change change : comparison.changes()) {
      if (!change.question().equals(last)) {
        lines.add(change.question() + ":");
        last = change.question();
      }
      lines.add(
          "  " + population.summary(change.places()) + " (" + Percent.of(change.share()) + ")");
      lines.add("    before  " + answers(change.before()));
      lines.add("    after   " + answers(change.after()));
      if (!change.knownAfterApply().isEmpty()) {
        lines.add("    " + note(change));
      }
    }
    lines.addAll(NotKnownText.lines(comparison.notKnown()));
    if (comparison.changes().isEmpty()) {
      lines.add("No other answers change.");
    }
    return lines;
  }

  /** What is not known yet about a change; empty if everything is. */
  public static String note(Change change) {
    return change.knownAfterApply().isEmpty()
        ? ""
        : String.join(", ", change.knownAfterApply())
            + (change.knownAfterApply().size() == 1 ? " is" : " are")
            + " known only after apply. It is not known yet whether these answers "
            + (change.looksSame() ? "stay the same." : "really differ.");
  }

  /** The answers of one version, with their shares if there are several. */
  public static String answers(SortedMap<String, BigFraction> answers) {
    return answers.entrySet().stream()
        .map(
            a ->
                a.getKey()
                    + (answers.size() == 1 ? "" : " " + Percent.of(a.getValue().doubleValue())))
        .collect(Collectors.joining(", "));
  }

  public static Map<String, @Nullable Object> json(
      AnswerComparison comparison, StayingText staying) {
    return object(comparison, staying).map();
  }

  public static Map<String, @Nullable Object> json(
      AnswerComparison comparison, StayingText staying, List<Notice> notices) {
    return object(comparison, staying)
        .with("findings", notices.stream().map(Notice::json).toList())
        .map();
  }

  private static JsonObject object(AnswerComparison comparison, StayingText staying) {
    JsonObject json =
        new JsonObject()
            .with("changes", comparison.changes().stream().map(ComparisonText::json).toList());
    return staying.json(NotKnownText.json(json, comparison.notKnown()));
  }

  private static Map<String, @Nullable Object> json(Change change) {
    return new JsonObject()
        .with("name", change.question().name().text())
        .with("type", change.question().type().name())
        .with("share", Percent.rounded(change.share(), SHARE_DIGITS))
        .with("places", change.places())
        .with("before", fractions(change.before()))
        .with("after", fractions(change.after()))
        .with("known-after-apply", List.copyOf(change.knownAfterApply()))
        .map();
  }

  private static SortedMap<String, String> fractions(SortedMap<String, BigFraction> answers) {
    SortedMap<String, String> texts = new TreeMap<>();
    answers.forEach((answer, chance) -> texts.put(answer, Percent.fraction(chance)));
    return texts;
  }
}
