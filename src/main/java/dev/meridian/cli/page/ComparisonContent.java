package dev.meridian.cli.page;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.cli.view.change.FindingWords;
import dev.meridian.cli.view.change.Notice;
import dev.meridian.cli.view.change.PlanReport;
import dev.meridian.cli.view.change.ZoneReport;
import dev.meridian.cli.zone.ComparedVersions;
import dev.meridian.cli.zone.ZoneComparison;
import dev.meridian.model.RrsetKey;
import dev.meridian.report.ComparisonPage;
import dev.meridian.report.Mark;
import dev.meridian.report.PageRenderer;
import dev.meridian.resolve.analysis.AnswerComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page about two versions shows. */
public final class ComparisonContent {
  private final List<ComparedNames> zones = new ArrayList<>();
  private final List<ComparisonPage.Zone> rows = new ArrayList<>();
  private final Set<String> notKnown = new LinkedHashSet<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private final List<ComparisonPage.Finding> findings = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final String title;
  private final String before;
  private final String after;
  private final boolean same;

  private ComparisonContent(String title, String before, String after, boolean same) {
    this.title = title;
    this.before = before;
    this.after = after;
    this.same = same;
  }

  /** The page about two sources. */
  public static ComparisonContent of(ComparedVersions versions) {
    ZoneComparison first = versions.zones().get(0);
    ComparisonContent content =
        new ComparisonContent(
            ZoneText.title(first.after()),
            first.before().loaded().name(),
            first.after().loaded().name(),
            versions.isSame());
    for (ZoneComparison zone : versions.zones()) {
      content.add(
          versions.zones().size() == 1 ? zone.after().plan().zone().text() : zone.heading(),
          zone.before(),
          zone.after(),
          zone.population(),
          zone.answers());
      zone.notices().forEach(content::add);
      content.remarks.addAll(zone.staying().lines());
    }
    content.remarks.addAll(versions.notes());
    return content;
  }

  /** The page about a plan. */
  public static ComparisonContent of(PlanReport report) {
    String file = report.plan().file();
    ComparisonContent content =
        new ComparisonContent(
            report.zones().size() == 1 ? report.zones().get(0).zone().name() : file,
            "the state before " + file + " is applied",
            "what " + file + " plans",
            report.isFine());
    for (ZoneReport zone : report.zones()) {
      content.add(
          zone.zone().name(), zone.before(), zone.after(), zone.population(), zone.comparison());
      zone.findings()
          .forEach(
              finding -> {
                List<String> lines =
                    new ArrayList<>(FindingWords.sentences(finding, zone.population()));
                lines.addAll(finding.addresses());
                content.findings.add(
                    new ComparisonPage.Finding(
                        FindingWords.title(finding) + ": " + finding.subject(), lines));
              });
    }
    report.guard().forEach(content::add);
    report
        .plan()
        .withoutZone()
        .forEach(
            address ->
                content.notKnown.add(
                    address + ": not compared, because its hosted zone is not known"));
    content.remarks.addAll(report.plan().notes());
    return content;
  }

  private void add(
      String zone,
      QueryContext old,
      QueryContext now,
      ClientPopulation population,
      AnswerComparison comparison) {
    ComparedNames names = new ComparedNames(zone, old, now, population, comparison);
    zones.add(names);
    rows.add(names.zone());
    ZoneText.clients(now, population)
        .filter(text -> !remarks.contains(text))
        .ifPresent(remarks::add);
    notKnown.addAll(NotKnownText.lines(comparison.notKnown()));
    // As in compare, where they are warnings: answers that depend on them are not known.
    leftOut.addAll(old.loaded().leftOut());
    leftOut.addAll(now.loaded().leftOut());
  }

  private void add(Notice notice) {
    List<String> lines = notice.lines();
    findings.add(new ComparisonPage.Finding(lines.get(0), lines.subList(1, lines.size())));
  }

  /** Whether {@code compare} finds no difference and could compare all answers. */
  public boolean isSame() {
    return same;
  }

  /** Such as {@code 2 names changed, 1 added, 0 removed, 12 the same}, and what is not known. */
  public String summary() {
    return counts()
        + (findings.isEmpty() ? "" : " " + Count.of(findings.size(), "finding") + ".")
        + (notKnown.isEmpty() ? "" : " Not known: " + Count.of(notKnown.size(), "item") + ".");
  }

  private String counts() {
    return "Names: "
        + sum(Mark.CHANGED)
        + " changed, "
        + sum(Mark.ADDED)
        + " added, "
        + sum(Mark.REMOVED)
        + " removed, "
        + rows.stream().mapToInt(ComparisonPage.Zone::unchanged).sum()
        + " the same"
        + (sum(Mark.NOT_COMPARED) == 0 ? "." : ", " + sum(Mark.NOT_COMPARED) + " not compared.");
  }

  private long sum(Mark mark) {
    return rows.stream().mapToLong(zone -> zone.count(mark)).sum();
  }

  public String html() {
    List<String> names =
        zones.stream().flatMap(z -> z.mapped().keySet().stream()).map(RrsetKey::toString).toList();
    return PageRenderer.html(
        new ComparisonPage(
            title,
            before,
            after,
            List.of(verdict(), counts()),
            List.copyOf(notKnown),
            findings,
            Stream.concat(remarks.stream(), leftOut.stream()).toList(),
            rows,
            names,
            json()));
  }

  private String verdict() {
    int changed =
        (int)
            rows.stream()
                .flatMap(zone -> zone.entries().stream())
                .filter(entry -> !entry.changes().isEmpty())
                .count();
    if (rows.isEmpty()) {
      return notKnown.isEmpty()
          ? "There are no record sets to compare."
          : "Nothing could be compared.";
    }
    if (changed == 0) {
      return notKnown.isEmpty()
          ? "Nobody's answers change."
          : "Nobody's answers change, as far as they are known.";
    }
    return "The answers to " + Count.of(changed, "name") + " change.";
  }

  private String json() {
    SortedSet<String> ends = new TreeSet<>();
    for (ComparedNames zone : zones) {
      zone.mapped()
          .values()
          .forEach(
              all ->
                  all.forEach(
                      part -> {
                        ends.addAll(part.before().keySet());
                        ends.addAll(part.after().keySet());
                      }));
    }
    MapIndex index = new MapIndex(ends);
    List<Object> names = new ArrayList<>();
    for (ComparedNames zone : zones) {
      zone.mapped()
          .forEach(
              (key, all) -> {
                Map<String, @Nullable Object> name = new LinkedHashMap<>();
                name.put("name", key.toString());
                name.put("summary", zone.summary(key));
                name.put("groups", all.stream().map(part -> group(part, index)).toList());
                names.add(name);
              });
    }
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("ends", ends.stream().map(this::end).toList());
    data.put("names", names);
    data.put("answers", index.answers());
    data.put("places", index.places());
    return JsonText.line(data);
  }

  private static Object group(ComparedShares part, MapIndex index) {
    Map<String, @Nullable Object> group = new LinkedHashMap<>();
    group.put("share", MapIndex.number(part.share()));
    group.put("before", index.answer(part.before()));
    group.put("after", index.answer(part.after()));
    group.put("changed", part.changed());
    group.put("places", part.locations().stream().map(index::place).toList());
    return group;
  }

  private Object end(String end) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("name", shown(end));
    all.put("kind", MapIndex.kind(end));
    return all;
  }

  /** What the first zone that has a name for it calls it. */
  private String shown(String end) {
    return zones.stream()
        .map(zone -> zone.shown(end))
        .filter(name -> !name.equals(end))
        .findFirst()
        .orElse(end);
  }
}
