package dev.meridian.cli.page;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.NotKnownText;
import dev.meridian.cli.view.Percent;
import dev.meridian.cli.view.SimulationFindingText;
import dev.meridian.cli.view.SimulationText;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.simulate.Simulation;
import dev.meridian.drill.simulate.Simulation.Departure;
import dev.meridian.drill.simulate.Simulation.LoadCurve;
import dev.meridian.drill.simulate.Simulation.NameResult;
import dev.meridian.drill.simulate.Simulation.OutageResult;
import dev.meridian.drill.simulate.Spread;
import dev.meridian.report.DrillPage;
import dev.meridian.report.PageRenderer;
import dev.meridian.report.PageTable;
import dev.meridian.report.PageTable.Column;
import dev.meridian.resolve.NotKnown;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the page of a simulated drill shows. */
public record SimulationContent(
    QueryContext context, ClientPopulation population, Simulation simulation, NotKnown notKnown) {
  private static final int DIGITS = 3;
  private static final String NONE = "-";
  private static final List<Column> DISTRIBUTION =
      List.of(
          Column.number("Least"),
          Column.number("Median"),
          Column.number("95 %"),
          Column.number("Worst"),
          Column.number("Never"));

  public String html() {
    SimulationText text = new SimulationText(context, population);
    SimulationFindingText words =
        new SimulationFindingText(context, population, simulation.settings().outages());
    List<DrillPage.Section> sections = new ArrayList<>();
    for (int i = 0; i < simulation.outages().size(); i++) {
      sections.add(outage(i + 1, simulation.outages().get(i)));
    }
    sections.add(lost());
    if (!simulation.loads().isEmpty()) {
      sections.add(loads());
    }
    return PageRenderer.html(
        new DrillPage(
            ZoneText.title(context),
            ZoneText.source(context),
            List.of(text.played(simulation)),
            SimulationText.verdict(simulation),
            simulation.findings().stream()
                .map(
                    finding ->
                        SimulationFindingText.kind(finding)
                            + ": "
                            + words.subject(finding)
                            + ": "
                            + words.words(finding))
                .toList(),
            NotKnownText.lines(notKnown),
            SimulationTimeLine.of(context, simulation),
            sections));
  }

  private DrillPage.Section outage(int number, OutageResult result) {
    List<List<String>> health = new ArrayList<>();
    add(health, "Health checks are unhealthy", result.checksUnhealthy());
    add(health, "Alias targets are unhealthy", result.targetsUnhealthy());
    add(health, "Health checks are healthy again", result.checksHealthy());
    add(health, "Alias targets are healthy again", result.targetsHealthy());
    ScheduledOutage outage = result.outage();
    List<String> lines = new ArrayList<>();
    lines.add(
        "From "
            + outage.at()
            + " s "
            + (outage.end().isEmpty() ? "until the end." : "to " + outage.end().getAsInt() + " s.")
            + " All times are in seconds after the failure or the recovery.");
    if (result.checksUnhealthy() == null && result.targetsUnhealthy() == null) {
      lines.add("No health check notices it.");
    }
    if (result.departures().isEmpty()) {
      lines.add("Nobody is there when it fails.");
    }
    List<PageTable> tables = new ArrayList<>();
    String what = context.text(outage.outage());
    if (!health.isEmpty()) {
      tables.add(new PageTable("Health, with " + what, columns(Column.text("What")), health));
    }
    if (!result.departures().isEmpty()) {
      tables.add(left(what, result));
      if (result.departures().stream().anyMatch(one -> !one.back().isEmpty())) {
        tables.add(back(what, result));
      }
    }
    return new DrillPage.Section("outage-" + number, what, lines, tables, List.of());
  }

  private static List<Column> columns(Column... first) {
    List<Column> columns = new ArrayList<>(List.of(first));
    columns.addAll(DISTRIBUTION);
    return columns;
  }

  private static void add(List<List<String>> rows, String what, @Nullable Spread spread) {
    if (spread != null) {
      List<String> row = new ArrayList<>(List.of(what));
      row.addAll(cells(spread));
      rows.add(row);
    }
  }

  private PageTable left(String what, OutageResult result) {
    List<Column> columns =
        new ArrayList<>(
            columns(Column.text("Name"), Column.number("Were there"), Column.number("Have left")));
    columns.add(Column.number("Predicted, at most"));
    List<List<String>> rows = new ArrayList<>();
    for (Departure departure : result.departures()) {
      Integer predicted = departure.predicted();
      for (List<String> row : rows(departure, departure.left())) {
        row.add(predicted == null ? NONE : predicted.toString());
        rows.add(row);
      }
    }
    String noun = population.noun();
    return new PageTable("When " + noun + " have left, with " + what, columns, rows);
  }

  private PageTable back(String what, OutageResult result) {
    List<List<String>> rows = new ArrayList<>();
    result.departures().stream()
        .filter(Departure::movesPeople)
        .forEach(departure -> rows.addAll(rows(departure, departure.back())));
    return new PageTable(
        "When " + population.noun() + " are back, with " + what,
        columns(Column.text("Name"), Column.number("Were there"), Column.number("Are back")),
        rows);
  }

  private static List<List<String>> rows(Departure departure, SortedMap<Integer, Spread> times) {
    List<List<String>> rows = new ArrayList<>();
    times.forEach(
        (percent, spread) -> {
          List<String> row = new ArrayList<>();
          row.add(departure.question().toString());
          row.add(Percent.of(departure.people()));
          row.add(percent + " %");
          row.addAll(cells(spread));
          rows.add(row);
        });
    return rows;
  }

  private static List<String> cells(Spread spread) {
    return List.of(
        seconds(spread.least()),
        seconds(spread.median()),
        seconds(spread.most()),
        seconds(spread.worst()),
        Integer.toString(spread.never()));
  }

  private static String seconds(@Nullable Double seconds) {
    return seconds == null
        ? NONE
        : Percent.rounded(seconds, DIGITS).stripTrailingZeros().toPlainString();
  }

  private DrillPage.Section lost() {
    List<List<String>> rows = new ArrayList<>();
    for (NameResult name : simulation.names()) {
      rows.add(
          List.of(
              name.question().toString(),
              SimulationText.requests(name.lost().mean(), name.rate()),
              SimulationText.requests(name.lost().worst(), name.rate()),
              SimulationText.requests(name.unanswered().mean(), name.rate()),
              SimulationText.requests(name.unanswered().worst(), name.rate()),
              Percent.of(name.mostUnanswered())));
    }
    return new DrillPage.Section(
        "lost",
        "Requests that fail",
        List.of(),
        List.of(
            new PageTable(
                "Requests to what is down, and requests without an answer",
                List.of(
                    Column.text("Name"),
                    Column.number("Lost, mean"),
                    Column.number("Lost, worst"),
                    Column.number("No answer, mean"),
                    Column.number("No answer, worst"),
                    Column.number("Without an answer at a time, at most")),
                rows)),
        simulation.names().stream().anyMatch(name -> name.rate() == 0)
            ? List.of(
                "Without declared traffic, they are those that everybody makes in so many seconds.")
            : List.of());
  }

  private DrillPage.Section loads() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadCurve curve : simulation.loads()) {
      Double capacity = curve.capacity();
      rows.add(
          List.of(
              context.names().shown(curve.endpoint()),
              load(curve.before()),
              load(curve.peak()),
              curve.peak() == 0 ? NONE : curve.peakAt() + " s",
              capacity == null ? NONE : SimulationText.amount(capacity),
              Integer.toString(curve.exceeded())));
    }
    return new DrillPage.Section(
        "load",
        "Load",
        List.of(),
        List.of(
            new PageTable(
                simulation.inRequests()
                    ? "Load of each endpoint, in requests per second"
                    : "Load of each endpoint, as a share of the " + population.noun(),
                List.of(
                    Column.text("Endpoint"),
                    Column.number("Before"),
                    Column.number("Peak"),
                    Column.number("At"),
                    Column.number("Capacity"),
                    Column.number("Outages over capacity")),
                rows)),
        List.of());
  }

  private String load(double load) {
    return simulation.inRequests() ? SimulationText.amount(load) : Percent.of(load);
  }
}
