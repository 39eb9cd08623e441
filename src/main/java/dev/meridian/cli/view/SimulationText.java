package dev.meridian.cli.view;

import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.simulate.Simulation;
import dev.meridian.drill.simulate.Simulation.Departure;
import dev.meridian.drill.simulate.Simulation.LoadCurve;
import dev.meridian.drill.simulate.Simulation.Lost;
import dev.meridian.drill.simulate.Simulation.NameResult;
import dev.meridian.drill.simulate.Simulation.OutageResult;
import dev.meridian.drill.simulate.Spread;
import dev.meridian.resolve.NotKnown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A simulated drill as text for people. */
public record SimulationText(QueryContext context, ClientPopulation population) {

  public List<String> lines(Simulation simulation, NotKnown notKnown) {
    List<String> lines = new ArrayList<>();
    lines.add(played(simulation));
    for (OutageResult outage : simulation.outages()) {
      lines.add("");
      lines.addAll(outage(outage));
    }
    List<String> lost = lost(simulation.names());
    if (!lost.isEmpty()) {
      lines.add("");
      lines.addAll(lost);
    }
    for (LoadCurve curve : simulation.loads()) {
      lines.add("");
      lines.addAll(load(curve, simulation.inRequests()));
    }
    SimulationFindingText findings =
        new SimulationFindingText(context, population, simulation.settings().outages());
    simulation
        .findings()
        .forEach(
            finding -> {
              lines.add("");
              lines.addAll(findings.lines(finding));
            });
    List<String> unread = NotKnownText.lines(notKnown);
    if (!unread.isEmpty()) {
      lines.add("");
      lines.addAll(unread);
    }
    lines.add("");
    lines.add(verdict(simulation));
    return lines;
  }

  /** What was simulated, in sentences. */
  public String played(Simulation simulation) {
    return String.format(
        Locale.ROOT,
        "Played %s with %,d resolvers and seed %d. Resolvers that send the client subnet serve"
            + " %s of the %s.",
        Count.of(simulation.settings().outages(), "time"),
        simulation.resolvers(),
        simulation.settings().seed(),
        Percent.of(simulation.clientSubnetShare()),
        population.noun());
  }

  /** The number of findings, in one sentence. */
  public static String verdict(Simulation simulation) {
    return simulation.findings().isEmpty()
        ? "No findings."
        : Count.of(simulation.findings().size(), "finding") + ".";
  }

  private List<String> outage(OutageResult result) {
    List<String> lines = new ArrayList<>();
    ScheduledOutage outage = result.outage();
    lines.add(
        context.text(outage.outage())
            + " from "
            + outage.at()
            + " s "
            + (outage.end().isEmpty()
                ? "until the end:"
                : "to " + outage.end().getAsInt() + " s:"));
    status(lines, "health checks are unhealthy", result.checksUnhealthy());
    status(lines, "alias targets are unhealthy", result.targetsUnhealthy());
    status(lines, "health checks are healthy again", result.checksHealthy());
    status(lines, "alias targets are healthy again", result.targetsHealthy());
    if (result.checksUnhealthy() == null && result.targetsUnhealthy() == null) {
      lines.add("  no health check notices it");
    }
    if (result.departures().isEmpty()) {
      lines.add("  nobody is there when it fails");
      return lines;
    }
    lines.add("");
    lines.add("  Seconds after the failure until " + population.noun() + " have left");
    lines.add("  (half of the outages take at most so long; in parentheses: the longest):");
    indent(lines, times(result.departures(), Departure::left, true));
    if (outage.end().isPresent()) {
      lines.add("");
      lines.add("  Seconds after the recovery until they are back:");
      indent(lines, times(result.departures(), Departure::back, false));
    }
    return lines;
  }

  private static void indent(List<String> lines, List<String> more) {
    more.forEach(line -> lines.add("  " + line));
  }

  private static void status(List<String> lines, String what, @Nullable Spread spread) {
    if (spread == null) {
      return;
    }
    Double median = spread.median();
    lines.add(
        "  "
            + what
            + (median == null
                ? " too late in " + Count.of(spread.never(), "outage")
                : " after "
                    + amount(median)
                    + " s ("
                    + seconds(spread.least())
                    + " to "
                    + seconds(spread.worst())
                    + ")"));
  }

  private static String seconds(@Nullable Double seconds) {
    return seconds == null ? "never" : amount(seconds) + " s";
  }

  private List<String> times(
      List<Departure> departures,
      Function<Departure, SortedMap<Integer, Spread>> which,
      boolean left) {
    List<String> heading = new ArrayList<>(List.of("NAME", population.heading()));
    Simulation.PERCENTS.forEach(percent -> heading.add(percent + " %"));
    if (left) {
      heading.add("PREDICTED");
    }
    TextTable table = new TextTable(heading.toArray(new String[0]));
    for (Departure departure : departures) {
      List<String> row = new ArrayList<>();
      row.add(departure.question().toString());
      row.add(Percent.of(departure.people()));
      boolean moved = left || departure.movesPeople();
      which.apply(departure).values().forEach(spread -> row.add(moved ? both(spread) : "-"));
      if (left) {
        Integer predicted = departure.predicted();
        row.add(predicted == null ? "-" : predicted.toString());
      }
      table.row(row.toArray(new String[0]));
    }
    return table.lines();
  }

  /** The median and the worst. */
  private static String both(Spread spread) {
    Double median = spread.median();
    Double worst = spread.worst();
    return median == null
        ? "never"
        : Math.round(median) + " (" + (worst == null ? "never" : Math.round(worst)) + ")";
  }

  private List<String> lost(List<NameResult> names) {
    TextTable table = new TextTable("REQUESTS THAT FAIL", "MEAN", "WORST", "WITHOUT ANSWER");
    boolean any = false;
    for (NameResult name : names) {
      if (name.lost().worst() + name.unanswered().worst() > 0) {
        any = true;
        table.row(
            name.question().toString(),
            requests(sum(name, Lost::mean), name.rate()),
            requests(sum(name, Lost::worst), name.rate()),
            name.mostUnanswered() > 0 ? requests(name.unanswered().mean(), name.rate()) : "-");
      }
    }
    List<String> lines = new ArrayList<>(any ? table.lines() : List.of());
    if (any && names.stream().anyMatch(name -> name.rate() == 0)) {
      lines.add(
          "Without declared traffic, they are those that everybody makes in so many seconds.");
    }
    return lines;
  }

  private static double sum(NameResult name, Function<Lost, Double> which) {
    return which.apply(name.lost()) + which.apply(name.unanswered());
  }

  /** A number of requests; without a rate, how long it takes everybody to make so many. */
  public static String requests(double seconds, double rate) {
    return rate > 0 ? amount(Math.rint(seconds * rate)) : "those of " + amount(seconds) + " s";
  }

  private List<String> load(LoadCurve curve, boolean inRequests) {
    Function<Double, String> shown = inRequests ? load -> amount(load) : load -> Percent.of(load);
    if (curve.peak() == 0) {
      return List.of(context.names().shown(curve.endpoint()) + ": no load");
    }
    Double capacity = curve.capacity();
    List<String> lines = new ArrayList<>();
    lines.add(
        context.names().shown(curve.endpoint())
            + ", "
            + (inRequests ? "requests per second" : "share of the " + population.noun())
            + ": "
            + shown.apply(curve.before())
            + " before, at most "
            + shown.apply(curve.peak())
            + " (at "
            + curve.peakAt()
            + " s)"
            + (capacity == null ? "" : ", capacity " + amount(capacity))
            + (curve.exceeded() > 0 && capacity != null
                ? ", over by " + amount(curve.peak() - capacity)
                : ""));
    indent(lines, new LoadChart(shown::apply).lines(curve));
    return lines;
  }

  /** With at most one decimal place. */
  public static String amount(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
