package dev.meridian.compile.rule;

import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the aliases from which a chain of aliases leads back. Groups that lead nowhere are taken
 * away until none is left, then those that nothing leads to: what stays lies on a circle.
 */
final class AliasLoops {
  private final Map<RrsetKey, Set<RrsetKey>> targets = new HashMap<>();
  private final Map<RrsetKey, Set<RrsetKey>> origins = new HashMap<>();

  private AliasLoops(Collection<RecordSet> records) {
    for (RecordSet record : records) {
      if (record.answer() instanceof RecordData.RecordAlias alias) {
        RrsetKey target = new RrsetKey(alias.target(), record.type());
        targets.computeIfAbsent(record.group(), key -> new HashSet<>()).add(target);
        origins.computeIfAbsent(target, key -> new HashSet<>()).add(record.group());
      }
    }
  }

  static List<RecordSet> among(IndexedPlan zone) {
    AliasLoops loops = new AliasLoops(zone.plan().records());
    Set<RrsetKey> left = new HashSet<>(loops.targets.keySet());
    left.addAll(loops.origins.keySet());
    peel(left, loops.targets, loops.origins);
    peel(left, loops.origins, loops.targets);
    return zone.plan().records().stream().filter(record -> isOn(left, record)).toList();
  }

  private static boolean isOn(Set<RrsetKey> circle, RecordSet record) {
    return record.answer() instanceof RecordData.RecordAlias alias
        && circle.contains(record.group())
        && circle.contains(new RrsetKey(alias.target(), record.type()));
  }

  /** Takes away what has no way {@code on} to anything left, and then what led only there. */
  private static void peel(
      Set<RrsetKey> left, Map<RrsetKey, Set<RrsetKey>> on, Map<RrsetKey, Set<RrsetKey>> back) {
    Map<RrsetKey, Integer> ways = new HashMap<>();
    Deque<RrsetKey> ends = new ArrayDeque<>();
    for (RrsetKey key : new ArrayList<>(left)) {
      int count = (int) on.getOrDefault(key, Set.of()).stream().filter(left::contains).count();
      ways.put(key, count);
      if (count == 0) {
        ends.add(key);
      }
    }
    while (!ends.isEmpty()) {
      RrsetKey end = ends.remove();
      left.remove(end);
      for (RrsetKey origin : back.getOrDefault(end, Set.of())) {
        if (left.contains(origin) && ways.merge(origin, -1, Integer::sum) == 0) {
          ends.add(origin);
        }
      }
    }
  }
}
