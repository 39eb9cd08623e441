package dev.meridian.resolve;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the aliases that lead back to their own group. AWS refuses them; a plan from elsewhere may
 * hold them all the same. An alias is part of a circle exactly if both its groups lie in the same
 * strongly connected component (Tarjan 1972), so no order of records matters.
 */
final class AliasCycles {
  private final Map<RecordGroup, Integer> order = new HashMap<>();
  private final Map<RecordGroup, Integer> lowest = new HashMap<>();
  private final Map<RecordGroup, Integer> component = new HashMap<>();
  private final ArrayDeque<RecordGroup> stack = new ArrayDeque<>();

  private AliasCycles() {}

  static void mark(Collection<RecordGroup> groups) {
    AliasCycles loops = new AliasCycles();
    groups.forEach(loops::visit);
    for (RecordGroup group : groups) {
      for (IndexedRecord member : group.members) {
        RecordGroup target = member.linked();
        if (target != null
            && Objects.equals(loops.component.get(target), loops.component.get(group))) {
          member.markLooped();
        }
      }
    }
  }

  private void visit(RecordGroup group) {
    if (order.containsKey(group)) {
      return;
    }
    int index = order.size();
    order.put(group, index);
    lowest.put(group, index);
    stack.push(group);
    for (IndexedRecord member : group.members) {
      RecordGroup target = member.linked();
      if (target != null) {
        visit(target);
        if (!component.containsKey(target)) {
          lowest.merge(group, lowest.get(target), Math::min);
        }
      }
    }
    if (lowest.get(group) == index) {
      close(group, index);
    }
  }

  private void close(RecordGroup root, int number) {
    RecordGroup group;
    do {
      group = stack.pop();
      component.put(group, number);
    } while (group != root);
  }
}
