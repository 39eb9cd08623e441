package dev.meridian.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds aliases in loops. An alias is part of a loop exactly if its group and its target's group
 * are in the same strongly connected component (Kosaraju's algorithm; Sharir 1981), so the order of
 * records does not matter. The search is not recursive, because a chain can have 10,000 aliases.
 */
final class AliasLoops {
  private final Map<RrsetKey, Set<RrsetKey>> targets = new HashMap<>();
  private final Map<RrsetKey, Set<RrsetKey>> origins = new HashMap<>();

  private AliasLoops(List<RecordSet> records) {
    for (RecordSet record : records) {
      record
          .aliasTarget()
          .ifPresent(
              target -> {
                targets.computeIfAbsent(record.group(), key -> new HashSet<>()).add(target);
                origins.computeIfAbsent(target, key -> new HashSet<>()).add(record.group());
              });
    }
  }

  static Set<RecordKey> among(List<RecordSet> records) {
    AliasLoops loops = new AliasLoops(records);
    Map<RrsetKey, Integer> components = loops.components();
    Set<RecordKey> found = new HashSet<>();
    for (RecordSet record : records) {
      Integer own = components.get(record.group());
      record
          .aliasTarget()
          .filter(target -> Objects.equals(components.get(target), own))
          .ifPresent(target -> found.add(record.key()));
    }
    return found;
  }

  /** The number of the component of every group that has an alias or is the target of one. */
  private Map<RrsetKey, Integer> components() {
    Set<RrsetKey> seen = new HashSet<>();
    List<RrsetKey> finished = new ArrayList<>();
    targets.keySet().forEach(key -> walk(key, targets, seen, finished));
    Map<RrsetKey, Integer> components = new HashMap<>();
    Set<RrsetKey> assigned = new HashSet<>();
    for (int i = finished.size() - 1; i >= 0; i--) {
      List<RrsetKey> component = new ArrayList<>();
      walk(finished.get(i), origins, assigned, component);
      int number = i;
      component.forEach(key -> components.put(key, number));
    }
    return components;
  }

  /**
   * Depth-first search from {@code start}. Adds each new group to {@code finished} in postorder.
   */
  private static void walk(
      RrsetKey start,
      Map<RrsetKey, Set<RrsetKey>> edges,
      Set<RrsetKey> seen,
      List<RrsetKey> finished) {
    if (!seen.add(start)) {
      return;
    }
    Deque<RrsetKey> path = new ArrayDeque<>(List.of(start));
    Deque<Iterator<RrsetKey>> open = new ArrayDeque<>();
    open.push(edges.getOrDefault(start, Set.of()).iterator());
    while (!path.isEmpty()) {
      Iterator<RrsetKey> ways = open.getFirst();
      if (!ways.hasNext()) {
        open.pop();
        finished.add(path.pop());
        continue;
      }
      RrsetKey next = ways.next();
      if (seen.add(next)) {
        path.push(next);
        open.push(edges.getOrDefault(next, Set.of()).iterator());
      }
    }
  }
}
