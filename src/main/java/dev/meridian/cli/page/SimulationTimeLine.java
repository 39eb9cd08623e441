package dev.meridian.cli.page;

import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.simulate.Simulation;
import dev.meridian.drill.simulate.Simulation.Departure;
import dev.meridian.drill.simulate.Simulation.OutageResult;
import dev.meridian.drill.simulate.Spread;
import dev.meridian.report.TimeLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time line of a simulated drill: when things happen in all of its outages. */
final class SimulationTimeLine {
  private SimulationTimeLine() {}

  static TimeLine of(QueryContext context, Simulation simulation) {
    List<TimeLine.Lane> lanes = new ArrayList<>();
    int duration = simulation.scenario().duration();
    for (OutageResult result : simulation.outages()) {
      ScheduledOutage outage = result.outage();
      lanes.add(DrillContent.outage(context, outage, duration));
      int end = Math.min(outage.end().orElse(duration), duration);
      add(lanes, "health checks unhealthy", result.checksUnhealthy(), outage.at());
      add(lanes, "alias targets unhealthy", result.targetsUnhealthy(), outage.at());
      add(lanes, "health checks healthy again", result.checksHealthy(), end);
      add(lanes, "alias targets healthy again", result.targetsHealthy(), end);
      for (Departure departure : result.departures()) {
        String name = departure.question().toString();
        add(
            lanes,
            TimeLine.Kind.LEAVING,
            name + ": all have left",
            departure.everybody(),
            outage.at());
        if (!departure.back().isEmpty() && departure.movesPeople()) {
          Spread all = departure.back().get(departure.back().lastKey());
          add(lanes, TimeLine.Kind.RETURNING, name + ": all are back", all, end);
        }
      }
    }
    return new TimeLine(
        duration,
        "A bar is an outage, or the range from the least to the worst time in all simulated outages."
            + " Thin lines are medians.",
        lanes);
  }

  private static void add(
      List<TimeLine.Lane> lanes, String label, @Nullable Spread spread, int since) {
    add(lanes, TimeLine.Kind.HEALTH, label, spread, since);
  }

  /** Adds a lane for times after {@code since}, unless it never happened. */
  private static void add(
      List<TimeLine.Lane> lanes,
      TimeLine.Kind kind,
      String label,
      @Nullable Spread spread,
      int since) {
    if (spread == null) {
      return;
    }
    if (spread.least() == null) {
      lanes.add(new TimeLine.Lane(label + ": never", kind, List.of(), List.of()));
      return;
    }
    Double worst = spread.worst();
    Double median = spread.median();
    double least = since + spread.least();
    boolean always = worst != null;
    double to = since + (worst == null ? Math.max(spread.least(), value(spread.most())) : worst);
    String text =
        label
            + ": "
            + DrillContent.range(least, to)
            + (always ? "" : ", and never in " + Count.of(spread.never(), "outage"));
    lanes.add(
        new TimeLine.Lane(
            label + (always ? "" : ", if at all"),
            kind,
            List.of(new TimeLine.Bar(least, to, text)),
            median == null
                ? List.of()
                : List.of(
                    new TimeLine.Point(
                        since + median, label + ": median " + TimeLine.time(since + median)))));
  }

  private static double value(@Nullable Double seconds) {
    return seconds == null ? 0 : seconds;
  }
}
