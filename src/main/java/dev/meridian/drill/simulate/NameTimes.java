package dev.meridian.drill.simulate;

import dev.meridian.drill.Scenario;
import dev.meridian.drill.ScheduledOutage;
import dev.meridian.resolve.Outage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;

/** What one course of the scenario does to the people of one name. */
final class NameTimes {
  private static final double WHOLE = 100;
  private static final double SOME_PEOPLE = 1e-9;

  /** Less than the share of any resolver. */
  private static final double ROUNDING = 1e-13;

  private final NameRun run;
  private final MovedShares moved;
  private final Scenario scenario;
  private final double[] unanswered;

  NameTimes(NameRun run, MovedShares moved, Scenario scenario) {
    this.run = run;
    this.moved = moved;
    this.scenario = scenario;
    this.unanswered =
        run.model().answers().stream().mapToDouble(CachedAnswer::unanswered).toArray();
  }

  /** The share of the people who are somewhere. */
  private double share(double[] parts, int second) {
    double share = 0;
    for (int answer = 0; answer < parts.length; answer++) {
      if (parts[answer] > 0) {
        share += parts[answer] * run.share(answer, second);
      }
    }
    return share;
  }

  private double[] parts(SortedSet<String> ends) {
    return run.model().answers().stream().mapToDouble(answer -> answer.share(ends)).toArray();
  }

  /** The last second of an outage. */
  private int last(ScheduledOutage outage) {
    return Math.min(outage.end().orElse(run.duration() + 1) - 1, run.duration());
  }

  /** The share of the people who were at the endpoints when they failed. */
  double before(int outage) {
    return share(parts(moved.endpoints(outage)), scenario.outages().get(outage).at());
  }

  /**
   * The share of the people who are still there, or have no answer instead, at the end of an
   * outage.
   */
  double still(int outage) {
    return remaining(outage)[0];
  }

  private double[] remaining(int outage) {
    ScheduledOutage scheduled = scenario.outages().get(outage);
    double[] there = parts(moved.endpoints(outage));
    int last = last(scheduled);
    double nobody = share(unanswered, scheduled.at());
    double[] backwards = new double[last - scheduled.at() + 1];
    for (int second = last; second >= scheduled.at(); second--) {
      backwards[last - second] =
          share(there, second) + Math.max(0, share(unanswered, second) - nobody);
    }
    return backwards;
  }

  /**
   * Seconds after the failure from which at least so many have left, until the end of the outage.
   *
   * @param percents of those who were there
   */
  List<Double> left(int outage, List<Integer> percents) {
    double[] backwards = remaining(outage);
    double before = backwards[backwards.length - 1];
    List<Double> found = new ArrayList<>();
    for (int percent : percents) {
      double limit = before * (WHOLE - percent) / WHOLE + ROUNDING;
      int later = 0;
      while (later < backwards.length && backwards[later] <= limit) {
        later++;
      }
      found.add(later == 0 ? Spread.NEVER : backwards.length - later);
    }
    return found;
  }

  /**
   * Seconds after the recovery from which at least so many are back, until something else fails or
   * recovers.
   *
   * @param steady the share of the people who are there when everybody is back
   */
  List<Double> back(int outage, double steady, List<Integer> percents) {
    OptionalInt end = scenario.outages().get(outage).end();
    if (end.isEmpty() || end.getAsInt() >= run.duration()) {
      return Collections.nCopies(percents.size(), Spread.NEVER);
    }
    int last =
        scenario.changes().tailSet(end.getAsInt() + 1).stream().findFirst().orElse(run.duration());
    List<Double> found = new ArrayList<>();
    for (int percent : percents) {
      double enough = steady * percent / WHOLE - SOME_PEOPLE;
      int second = last;
      while (second >= end.getAsInt() && run.sent(outage, second) >= enough) {
        second--;
      }
      found.add(second == last ? Spread.NEVER : second + 1 - end.getAsInt());
    }
    return found;
  }

  /** The people at endpoints that are down, as share × seconds. */
  double lost() {
    double lost = 0;
    int from = 0;
    double[] down = new double[run.answers()];
    for (int second = 0; second < run.duration(); second++) {
      if (second == from || scenario.changes().contains(second)) {
        Outage outage = scenario.downAt(second);
        down = parts(outage.endpoints());
      }
      lost += share(down, second);
    }
    return lost;
  }

  /** The people without an answer, as share × seconds. */
  double unanswered() {
    double all = 0;
    for (int second = 0; second < run.duration(); second++) {
      all += share(unanswered, second);
    }
    return all;
  }

  /** The largest share of the people who have no answer at the same time. */
  double mostUnanswered() {
    double most = 0;
    for (int second = 0; second <= run.duration(); second++) {
      most = Math.max(most, share(unanswered, second));
    }
    return most;
  }
}
