package dev.meridian.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is down at the same time.
 *
 * @param endpoints the names of {@link OutageModel#names}, sorted
 * @param healthChecks ids of health checks that fail on their own, sorted: an alarm, a routing
 *     control that is off, or a probe of something else
 */
public record Outage(SortedSet<String> endpoints, SortedSet<String> healthChecks) {
  public static final Outage NONE = of();

  public Outage {
    endpoints = Collections.unmodifiableSortedSet(new TreeSet<>(endpoints));
    healthChecks = Collections.unmodifiableSortedSet(new TreeSet<>(healthChecks));
  }

  /** Endpoints that are down; health checks fail only with them. */
  public static Outage of(Collection<String> endpoints) {
    return new Outage(new TreeSet<>(endpoints), new TreeSet<>());
  }

  public static Outage of(String... endpoints) {
    return of(Arrays.asList(endpoints));
  }

  public boolean isEmpty() {
    return endpoints.isEmpty() && healthChecks.isEmpty();
  }

  @Override
  public String toString() {
    List<String> all = new ArrayList<>(endpoints);
    all.addAll(healthChecks);
    return all.isEmpty() ? "nothing is down" : String.join(", ", all) + " down";
  }
}
