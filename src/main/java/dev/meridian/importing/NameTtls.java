package dev.meridian.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The TTL that a declaration gives to most record sets. */
final class NameTtls {
  private static final long DEFAULT = 60;

  private NameTtls() {}

  /** The most frequent TTL; the shortest of several. */
  static long usual(Collection<Long> ttls) {
    Map<Long, Integer> uses = new HashMap<>();
    ttls.forEach(ttl -> uses.merge(ttl, 1, Integer::sum));
    return uses.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(DEFAULT);
  }
}
