package dev.meridian.drill.simulate;

import java.util.List;

/**
 * One course of the scenario.
 *
 * @param names in the order of the questions
 * @param loads by endpoint and second
 */
record Course(List<OfName> names, List<double[]> loads) {
  Course {
    names = List.copyOf(names);
    loads = List.copyOf(loads);
  }

  /**
   * @param departures in the order of the outages
   */
  record OfName(List<OfOutage> departures, double lost, double unanswered, double mostUnanswered) {
    OfName {
      departures = List.copyOf(departures);
    }
  }

  /**
   * @param before the share of the people who were there when it failed
   * @param still the share of those who are still there at the end of the outage
   * @param left by percentage, in the order of {@link Simulation#PERCENTS}
   * @param back likewise
   */
  record OfOutage(double before, double still, List<Double> left, List<Double> back) {
    OfOutage {
      left = List.copyOf(left);
      back = List.copyOf(back);
    }
  }
}
