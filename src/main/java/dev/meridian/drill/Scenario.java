package dev.meridian.drill;

import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What fails when, and what clients ask for meanwhile.
 *
 * @param outages in declared order; they can overlap
 * @param questions of type A or AAAA, at least one
 * @param duration seconds, after the beginning of every outage
 */
public record Scenario(List<ScheduledOutage> outages, List<Question> questions, int duration) {
  public Scenario {
    outages = List.copyOf(outages);
    questions = List.copyOf(questions);
  }

  /** Everything that is down at a time, in seconds after the beginning. */
  public Outage downAt(double seconds) {
    SortedSet<String> endpoints = new TreeSet<>();
    SortedSet<String> healthChecks = new TreeSet<>();
    for (ScheduledOutage scheduled : outages) {
      if (scheduled.isUnderWay(seconds)) {
        endpoints.addAll(scheduled.outage().endpoints());
        healthChecks.addAll(scheduled.outage().healthChecks());
      }
    }
    return new Outage(endpoints, healthChecks);
  }

  /** The times at which something fails or recovers, in seconds after the beginning. */
  public NavigableSet<Integer> changes() {
    NavigableSet<Integer> changes = new TreeSet<>();
    for (ScheduledOutage scheduled : outages) {
      changes.add(scheduled.at());
      scheduled.end().ifPresent(changes::add);
    }
    changes.removeIf(change -> change >= duration);
    return changes;
  }
}
