package dev.meridian.plan.rule;

import dev.meridian.model.Answer;
import dev.meridian.model.GroupKey;
import dev.meridian.model.RecordSet;
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
  private final Map<GroupKey, Set<GroupKey>> targets = new HashMap<>();
  private final Map<GroupKey, Set<GroupKey>> origins = new HashMap<>();

  private AliasLoops(Collection<RecordSet> records) {
    for (RecordSet record : records) {
      if (record.answer() instanceof Answer.RecordAlias alias) {
        GroupKey target = new GroupKey(alias.target(), record.type());
        targets.computeIfAbsent(record.group(), key -> new HashSet<>()).add(target);
        origins.computeIfAbsent(target, key -> new HashSet<>()).add(record.group());
      }
    }
  }

  static List<RecordSet> among(Zone zone) {
    AliasLoops loops = new AliasLoops(zone.plan().records());
    Set<GroupKey> left = new HashSet<>(loops.targets.keySet());
    left.addAll(loops.origins.keySet());
    peel(left, loops.targets, loops.origins);
    peel(left, loops.origins, loops.targets);
    return zone.plan().records().stream().filter(record -> isOn(left, record)).toList();
  }

  private static boolean isOn(Set<GroupKey> circle, RecordSet record) {
    return record.answer() instanceof Answer.RecordAlias alias
        && circle.contains(record.group())
        && circle.contains(new GroupKey(alias.target(), record.type()));
  }

  /** Takes away what has no way {@code on} to anything left, and then what led only there. */
  private static void peel(
      Set<GroupKey> left, Map<GroupKey, Set<GroupKey>> on, Map<GroupKey, Set<GroupKey>> back) {
    Map<GroupKey, Integer> ways = new HashMap<>();
    Deque<GroupKey> ends = new ArrayDeque<>();
    for (GroupKey key : new ArrayList<>(left)) {
      int count = (int) on.getOrDefault(key, Set.of()).stream().filter(left::contains).count();
      ways.put(key, count);
      if (count == 0) {
        ends.add(key);
      }
    }
    while (!ends.isEmpty()) {
      GroupKey end = ends.remove();
      left.remove(end);
      for (GroupKey origin : back.getOrDefault(end, Set.of())) {
        if (left.contains(origin) && ways.merge(origin, -1, Integer::sum) == 0) {
          ends.add(origin);
        }
      }
    }
  }
}
