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
final class Loops {
  private final Map<Group, Integer> order = new HashMap<>();
  private final Map<Group, Integer> lowest = new HashMap<>();
  private final Map<Group, Integer> component = new HashMap<>();
  private final ArrayDeque<Group> stack = new ArrayDeque<>();

  private Loops() {}

  static void mark(Collection<Group> groups) {
    Loops loops = new Loops();
    groups.forEach(loops::visit);
    for (Group group : groups) {
      for (Member member : group.members) {
        Group target = member.linked();
        if (target != null
            && Objects.equals(loops.component.get(target), loops.component.get(group))) {
          member.markLooped();
        }
      }
    }
  }

  private void visit(Group group) {
    if (order.containsKey(group)) {
      return;
    }
    int index = order.size();
    order.put(group, index);
    lowest.put(group, index);
    stack.push(group);
    for (Member member : group.members) {
      Group target = member.linked();
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

  private void close(Group root, int number) {
    Group group;
    do {
      group = stack.pop();
      component.put(group, number);
    } while (group != root);
  }
}
