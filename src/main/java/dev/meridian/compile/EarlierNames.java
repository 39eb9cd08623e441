package dev.meridian.compile;

import dev.meridian.model.RecordKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that parts of a plan had in earlier versions of the declaration, because it says so
 * with {@code was}, or in earlier versions of Meridian. None of them is the name of another part of
 * the plan.
 *
 * @param records by record set, the keys that it may have had, oldest first
 * @param healthChecks by the ID of a health check, the IDs that it may have had, oldest first
 */
public record EarlierNames(
    Map<RecordKey, List<RecordKey>> records, Map<String, List<String>> healthChecks) {
  public EarlierNames {
    records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    healthChecks = Collections.unmodifiableMap(new LinkedHashMap<>(healthChecks));
  }

  /** Collects earlier names while a plan is compiled. */
  static final class Builder {
    private final Map<RecordKey, Set<RecordKey>> records = new LinkedHashMap<>();
    private final Map<String, Set<String>> healthChecks = new LinkedHashMap<>();

    void record(RecordKey now, List<RecordKey> earlier) {
      add(records, now, earlier);
    }

    void healthCheck(String now, List<String> earlier) {
      add(healthChecks, now, earlier);
    }

    private static <K> void add(Map<K, Set<K>> all, K now, List<K> earlier) {
      if (!earlier.isEmpty()) {
        all.computeIfAbsent(now, key -> new LinkedHashSet<>()).addAll(earlier);
      }
    }

    /**
     * @param shared the ID under which each requested health check is in the plan
     * @param keys of all record sets in the plan
     */
    EarlierNames build(Set<RecordKey> keys, Map<String, String> shared) {
      Map<String, Set<String>> checks = new LinkedHashMap<>();
      healthChecks.forEach(
          (id, earlier) -> add(checks, shared.getOrDefault(id, id), List.copyOf(earlier)));
      return new EarlierNames(clear(records, keys), clear(checks, Set.copyOf(shared.values())));
    }

    /** Without names that the plan has, and without those that two parts may have had. */
    private static <K> Map<K, List<K>> clear(Map<K, Set<K>> all, Set<K> present) {
      Map<K, Integer> claims = new LinkedHashMap<>();
      all.values().forEach(some -> some.forEach(key -> claims.merge(key, 1, Integer::sum)));
      Map<K, List<K>> clear = new LinkedHashMap<>();
      all.forEach(
          (now, earlier) -> {
            List<K> left =
                earlier.stream()
                    .filter(key -> !present.contains(key) && claims.getOrDefault(key, 0) == 1)
                    .toList();
            if (!left.isEmpty() && present.contains(now)) {
              clear.put(now, left);
            }
          });
      return clear;
    }
  }
}
