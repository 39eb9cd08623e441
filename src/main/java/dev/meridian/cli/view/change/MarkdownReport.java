package dev.meridian.cli.view.change;

import dev.meridian.change.ChangeFinding;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.view.MarkdownText;
import dev.meridian.cli.view.Percent;
import dev.meridian.resolve.analysis.AnswerComparison.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A {@link PlanReport} as Markdown for a pull request: a short table for each zone, and the whole
 * text in a part that is collapsed. Texts of the plan cannot change the layout.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown Spec</a>
 */
public final class MarkdownReport {
  /** Rows of a table; the collapsed text has more. */
  private static final int ROWS = 10;

  /** Lines of the collapsed text. GitHub accepts 65,536 characters in a comment. */
  private static final int LINES = 300;

  private static final int WIDTH = 160;

  private MarkdownReport() {}

  /** The lines of the report. */
  public static List<String> lines(PlanReport report) {
    List<String> lines = new ArrayList<>();
    for (ZoneReport zone : report.zones()) {
      lines.add("**" + code(zone.zone().name()) + "**: " + verdict(zone));
      lines.add("");
      lines.addAll(findings(zone));
      lines.addAll(changes(zone));
    }
    if (report.isEmpty()) {
      lines.add("No record sets.");
      lines.add("");
    }
    lines.addAll(rest(report));
    lines.addAll(guard(report));
    lines.addAll(details(report));
    return lines;
  }

  /** What is not in any zone: sentences, and addresses below them. */
  private static List<String> rest(PlanReport report) {
    List<String> lines = new ArrayList<>();
    for (String line : report.rest()) {
      if (line.startsWith(" ")) {
        lines.add("- " + code(line.strip()));
      } else {
        lines.add("");
        lines.add(MarkdownText.escaped(line));
        lines.add("");
      }
    }
    return lines.isEmpty() ? lines : closed(lines.subList(1, lines.size()), 0);
  }

  private static List<String> guard(PlanReport report) {
    List<String> lines = new ArrayList<>();
    for (Notice notice : report.guard()) {
      lines.add(
          "**Change guard**"
              + (notice.forced() ? " (allowed by `--force`)" : "")
              + ": "
              + code(notice.subject())
              + ": "
              + MarkdownText.escaped(notice.words())
              + ".");
      lines.add("");
    }
    return lines;
  }

  private static String verdict(ZoneReport zone) {
    long questions = zone.comparison().changes().stream().map(Change::question).distinct().count();
    String answers =
        questions == 0
            ? "nobody's answers change"
            : "the answers to " + Count.of((int) questions, "name") + " change";
    int unknown = zone.comparison().notKnown().answers().size();
    return answers
        + (unknown == 0 ? "" : ", " + Count.of(unknown, "answer") + " not known")
        + ", "
        + (zone.findings().isEmpty() ? "no findings" : Count.of(zone.findings().size(), "finding"))
        + " ("
        + FindingWords.counts(zone.zone().changes())
        + ")";
  }

  private static List<String> findings(ZoneReport zone) {
    if (zone.findings().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of("| finding | what | why |", "|---|---|---|"));
    for (ChangeFinding finding : zone.findings().stream().limit(ROWS).toList()) {
      String why = String.join(" ", FindingWords.sentences(finding, zone.population()));
      lines.add(
          row(FindingWords.title(finding), code(finding.subject()), MarkdownText.escaped(why)));
    }
    return closed(lines, zone.findings().size());
  }

  private static List<String> changes(ZoneReport zone) {
    List<Change> changes = zone.comparison().changes();
    if (changes.isEmpty()) {
      return List.of();
    }
    List<String> lines =
        new ArrayList<>(
            List.of("| name | who | share | before | after |", "|---|---|--:|---|---|"));
    for (Change change : changes.stream().limit(ROWS).toList()) {
      lines.add(
          row(
              code(change.question().toString()),
              MarkdownText.escaped(zone.population().summary(change.places())),
              Percent.of(change.share()),
              answers(change.before()),
              answers(change.after())));
    }
    return closed(lines, changes.size());
  }

  private static List<String> closed(List<String> lines, int all) {
    if (all > ROWS) {
      lines.add("");
      lines.add((all - ROWS) + " more in the details.");
    }
    lines.add("");
    return lines;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String answers(SortedMap<String, BigFraction> answers) {
    return answers.entrySet().stream()
        .map(
            answer ->
                code(answer.getKey())
                    + (answers.size() == 1
                        ? ""
                        : " " + Percent.of(answer.getValue().doubleValue())))
        .collect(Collectors.joining(", "));
  }

  private static List<String> details(PlanReport report) {
    List<String> text = report.lines().stream().flatMap(line -> line.lines()).toList();
    List<String> lines = new ArrayList<>();
    lines.add("<details><summary>Details</summary>");
    lines.add("");
    // Four spaces make it a code block, whatever a record's text contains.
    text.stream().limit(LINES).forEach(line -> lines.add(("    " + cut(line)).stripTrailing()));
    if (text.size() > LINES) {
      lines.add("    (" + (text.size() - LINES) + " more lines)");
    }
    lines.add("");
    lines.add("</details>");
    return lines;
  }

  private static String cut(String text) {
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + " …";
  }

  /** A text of the plan as code. */
  static String code(String text) {
    String shown = cut(text);
    boolean plain =
        !shown.isBlank()
            && shown.equals(shown.strip())
            && shown.chars().allMatch(c -> c >= ' ' && c != '`' && c != '|' && c != '\\');
    return plain ? "`" + shown + "`" : "<code>" + MarkdownText.escaped(shown) + "</code>";
  }
}
