package dev.meridian.drill.simulate;

import dev.meridian.drill.ScheduledOutage;
import dev.meridian.drill.simulate.Simulation.Departure;
import dev.meridian.drill.simulate.Simulation.LoadCurve;
import dev.meridian.drill.simulate.Simulation.NameResult;
import dev.meridian.drill.simulate.SimulationFinding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What should not happen in a simulation. */
final class FindingRules {
  private final List<SimulationFinding> found = new ArrayList<>();

  /** The worst first. */
  List<SimulationFinding> found() {
    found.sort(Comparator.comparing(SimulationFinding::kind));
    return List.copyOf(found);
  }

  void load(LoadCurve curve) {
    Double capacity = curve.capacity();
    if (capacity != null && curve.exceeded() > 0) {
      found.add(
          new SimulationFinding(
              Kind.OVER_CAPACITY,
              null,
              null,
              curve.endpoint(),
              curve.peak(),
              capacity,
              curve.peakAt(),
              curve.exceeded()));
    }
  }

  /**
   * @param times the number of outages with people without an answer
   */
  void name(NameResult name, int times) {
    if (times > 0) {
      found.add(
          new SimulationFinding(
              Kind.NO_ANSWER, null, name.question(), null, name.mostUnanswered(), 0, null, times));
    }
  }

  /**
   * @param left when everybody had left, in each course of the scenario
   * @param still the largest share of the people who were still there at the end of the outage
   * @param length seconds
   */
  void departure(
      ScheduledOutage outage, Departure departure, double[] left, double still, int length) {
    int never = departure.everybody().never();
    Integer predicted = departure.predicted();
    boolean hadTime = predicted == null || predicted <= length;
    if (never > 0 && hadTime) {
      found.add(
          new SimulationFinding(
              Kind.NEVER_LEFT, outage, departure.question(), null, still, 0, null, never));
      return;
    }
    if (predicted != null && hadTime) {
      slower(Kind.SLOWER_THAN_PREDICTED, outage, departure, left, predicted);
    }
  }

  /**
   * @param failoverTime the objective, in seconds; null if there is none
   * @param length seconds of the outage
   */
  void objective(
      ScheduledOutage outage,
      Departure departure,
      double[] left,
      @Nullable Integer failoverTime,
      int length) {
    if (failoverTime != null && failoverTime < length) {
      slower(Kind.SLOWER_THAN_OBJECTIVE, outage, departure, left, failoverTime);
    }
  }

  private void slower(
      Kind kind, ScheduledOutage outage, Departure departure, double[] left, int limit) {
    DoublePredicate isSlower = seconds -> seconds > limit;
    int times = (int) DoubleStream.of(left).filter(isSlower).count();
    if (times > 0) {
      Double worst = departure.everybody().worst();
      found.add(
          new SimulationFinding(
              kind, outage, departure.question(), null, worst, limit, null, times));
    }
  }
}
