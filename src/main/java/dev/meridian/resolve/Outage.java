package dev.meridian.resolve;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Endpoints that are down at the same time.
 *
 * @param endpoints names as {@link Endpoints} has them, sorted
 */
public record Outage(SortedSet<String> endpoints) {
  public static final Outage NONE = new Outage(new TreeSet<>());

  public Outage {
    endpoints = Collections.unmodifiableSortedSet(new TreeSet<>(endpoints));
  }

  public static Outage of(Collection<String> endpoints) {
    return new Outage(new TreeSet<>(endpoints));
  }

  public static Outage of(String... endpoints) {
    return of(Arrays.asList(endpoints));
  }

  @Override
  public String toString() {
    return endpoints.isEmpty() ? "nothing is down" : String.join(", ", endpoints) + " down";
  }
}
