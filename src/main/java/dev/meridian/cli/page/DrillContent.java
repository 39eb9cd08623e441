package dev.meridian.cli.page;

import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.DrillText;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.cli.view.Percent;
import dev.meridian.drill.DrillEvent;
import dev.meridian.drill.DrillResult;
import dev.meridian.drill.DrillResult.Failover;
import dev.meridian.drill.DrillResult.Loss;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.report.DrillPage;
import dev.meridian.report.PageRenderer;
import dev.meridian.report.PageTable;
import dev.meridian.report.PageTable.Column;
import dev.meridian.report.TimeLine;
import dev.meridian.resolve.NotKnown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of a drill that was played for real shows. */
public record DrillContent(DrillText text, DrillResult result, NotKnown notKnown) {
  private static final String NONE = "-";

  public String html() {
    QueryContext context = text.context();
    return PageRenderer.html(
        new DrillPage(
            ZoneText.title(context),
            ZoneText.source(context),
            text.heading().stream().filter(line -> !line.isEmpty()).toList(),
            text.verdict(result),
            text.findings(result),
            NotKnownText.lines(notKnown),
            timeLine(),
            List.of(events(), failovers(), losses())));
  }

  private TimeLine timeLine() {
    int end = text.scenario().duration();
    List<TimeLine.Lane> lanes = new ArrayList<>();
    for (ScheduledOutage outage : text.scenario().outages()) {
      lanes.add(outage(text.context(), outage, end));
    }
    lanes.addAll(
        lanes(
            DrillEvent.Kind.CHECK_UNHEALTHY, DrillEvent.Kind.CHECK_HEALTHY, TimeLine.Kind.HEALTH));
    lanes.addAll(
        lanes(
            DrillEvent.Kind.TARGET_UNHEALTHY,
            DrillEvent.Kind.TARGET_HEALTHY,
            TimeLine.Kind.HEALTH));
    lanes.addAll(
        lanes(DrillEvent.Kind.FIRST_MOVED, DrillEvent.Kind.LAST_MOVED, TimeLine.Kind.LEAVING));
    lanes.addAll(
        lanes(DrillEvent.Kind.FIRST_BACK, DrillEvent.Kind.LAST_BACK, TimeLine.Kind.RETURNING));
    return new TimeLine(
        end,
        "Bars of clients are from the first client to the last one. Thin lines are the first"
            + " probes that fail.",
        lanes);
  }

  /** The lane of an outage. */
  static TimeLine.Lane outage(QueryContext context, ScheduledOutage outage, int duration) {
    int end = Math.min(outage.end().orElse(duration), duration);
    String label = context.text(outage.outage());
    return new TimeLine.Lane(
        label,
        TimeLine.Kind.OUTAGE,
        List.of(new TimeLine.Bar(outage.at(), end, label + ": " + range(outage.at(), end))),
        List.of());
  }

  static String range(double from, double to) {
    return TimeLine.time(from) + " to " + TimeLine.time(to);
  }

  /** A lane for each subject, with a bar from each first to the next second event. */
  private List<TimeLine.Lane> lanes(
      DrillEvent.Kind first, DrillEvent.Kind second, TimeLine.Kind kind) {
    Map<List<String>, DrillEvent> found = new LinkedHashMap<>();
    result.events().stream()
        .filter(event -> event.kind() == first)
        .forEach(event -> found.putIfAbsent(event.subjects(), event));
    List<TimeLine.Lane> lanes = new ArrayList<>();
    found.forEach(
        (subjects, event) ->
            lanes.add(
                new TimeLine.Lane(
                    label(event),
                    kind,
                    bars(subjects, first, second),
                    kind == TimeLine.Kind.HEALTH ? probes(subjects) : List.of())));
    return lanes;
  }

  private String label(DrillEvent event) {
    String names = text.subject(event);
    return switch (event.kind()) {
      case CHECK_UNHEALTHY -> "health check " + names + " unhealthy";
      case TARGET_UNHEALTHY -> "no healthy target: " + names;
      case FIRST_MOVED ->
          names + ": clients leave" + all(event.subjects(), DrillEvent.Kind.LAST_MOVED);
      case FIRST_BACK ->
          names + ": clients come back" + all(event.subjects(), DrillEvent.Kind.LAST_BACK);
      default -> names;
    };
  }

  private String all(List<String> subjects, DrillEvent.Kind last) {
    boolean happened =
        result.events().stream()
            .anyMatch(event -> event.kind() == last && event.subjects().equals(subjects));
    return happened ? "" : ", not all";
  }

  private List<TimeLine.Bar> bars(
      List<String> subjects, DrillEvent.Kind first, DrillEvent.Kind second) {
    List<TimeLine.Bar> bars = new ArrayList<>();
    @Nullable Double begin = null;
    for (DrillEvent event : result.events()) {
      if (event.subjects().equals(subjects) && event.kind() == first && begin == null) {
        begin = event.at();
      } else if (event.subjects().equals(subjects) && event.kind() == second && begin != null) {
        bars.add(new TimeLine.Bar(begin, event.at(), range(begin, event.at())));
        begin = null;
      }
    }
    if (begin != null) {
      int end = text.scenario().duration();
      bars.add(new TimeLine.Bar(begin, end, "from " + TimeLine.time(begin) + " to the end"));
    }
    return bars;
  }

  private List<TimeLine.Point> probes(List<String> subjects) {
    return result.events().stream()
        .filter(event -> event.kind() == DrillEvent.Kind.PROBE_FAILS)
        .filter(event -> event.subjects().equals(subjects))
        .map(event -> new TimeLine.Point(event.at(), text.progress(event)))
        .toList();
  }

  private DrillPage.Section events() {
    List<List<String>> rows =
        result.events().stream()
            .map(
                event ->
                    List.of(
                        TimeLine.time(event.at()),
                        Percent.rounded(event.at(), 1) + " s",
                        text.words(event)))
            .toList();
    PageTable table =
        new PageTable(
            "What happened when",
            List.of(Column.text("Time"), Column.number("Seconds"), Column.text("What happened")),
            rows);
    return new DrillPage.Section("events", "Events", List.of(), List.of(table), List.of());
  }

  private DrillPage.Section failovers() {
    if (result.failovers().isEmpty()) {
      return new DrillPage.Section(
          "failover",
          "Failover",
          List.of("No client was sent to what failed."),
          List.of(),
          List.of());
    }
    List<Column> columns =
        List.of(
            Column.text("Name"),
            Column.text("Outage"),
            Column.number("Places"),
            Column.number("Left"),
            Column.number("Stranded"),
            Column.number("First left"),
            Column.number("Last left"),
            Column.number("Predicted, at most"),
            Column.number("Back"),
            Column.number("First back"),
            Column.number("Last back"));
    return new DrillPage.Section(
        "failover",
        "Failover",
        List.of(),
        List.of(
            new PageTable(
                "Clients of each name that were sent to what failed",
                columns,
                result.failovers().stream().map(this::row).toList())),
        List.of(
            "Times are after something failed or recovered. Each client asks every "
                + Percent.rounded(result.between(), 1)
                + " s. Stranded clients have no other healthy record set."));
  }

  private List<String> row(Failover failover) {
    return List.of(
        failover.question().toString(),
        text.context().text(failover.outage().outage()),
        Integer.toString(failover.sent()),
        Integer.toString(failover.moved()),
        Integer.toString(failover.stranded()),
        seconds(failover.first()),
        seconds(failover.last()),
        failover.predicted() == null ? "never" : seconds(failover.predicted()),
        Integer.toString(failover.back()),
        seconds(failover.firstBack()),
        seconds(failover.lastBack()));
  }

  private static String seconds(@Nullable Double seconds) {
    return seconds == null ? NONE : Percent.rounded(seconds, 1) + " s";
  }

  private DrillPage.Section losses() {
    int lost = result.losses().stream().mapToInt(Loss::lost).sum();
    List<String> notes = new ArrayList<>();
    text.late(result).ifPresent(notes::add);
    if (lost == 0) {
      return new DrillPage.Section(
          "lost",
          "Lost requests",
          List.of("No request was lost, of " + result.requests() + "."),
          List.of(),
          notes);
    }
    List<List<String>> rows =
        result.losses().stream()
            .map(
                loss ->
                    List.of(
                        loss.question().toString(),
                        loss.place(),
                        loss.endpoint().isEmpty()
                            ? "no answer"
                            : text.context().names().shown(loss.endpoint()),
                        Integer.toString(loss.lost()),
                        Integer.toString(loss.requests())))
            .toList();
    return new DrillPage.Section(
        "lost",
        "Lost requests",
        List.of(Count.of(lost, "request") + " of " + result.requests() + " were lost."),
        List.of(
            new PageTable(
                "Lost requests by name, place, and endpoint",
                List.of(
                    Column.text("Name"),
                    Column.text("Place"),
                    Column.text("Sent to"),
                    Column.number("Lost"),
                    Column.number("Requests")),
                rows)),
        notes);
  }
}
