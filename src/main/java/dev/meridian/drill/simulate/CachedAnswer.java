package dev.meridian.drill.simulate;

import dev.meridian.resolve.Shares;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer as resolvers keep it.
 *
 * @param ends the share of the people behind the resolver by where they connect to, which can be
 *     {@link Shares#NOBODY}; together 1
 * @param ttl seconds, at least 1
 */
record CachedAnswer(SortedMap<String, Double> ends, long ttl) {
  CachedAnswer {
    ends = Collections.unmodifiableSortedMap(new TreeMap<>(ends));
    ttl = Math.max(1, ttl);
  }

  /** The share of the people who connect to one of these. */
  double share(Collection<String> some) {
    return some.stream().mapToDouble(end -> ends.getOrDefault(end, 0.0)).sum();
  }

  double unanswered() {
    return ends.getOrDefault(Shares.NOBODY, 0.0);
  }
}
