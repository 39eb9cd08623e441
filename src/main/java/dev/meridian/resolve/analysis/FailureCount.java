package dev.meridian.resolve.analysis;

import dev.meridian.resolve.OutageModel;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts the different failures of a proof without storing them. Names with the same endpoints are
 * one group, which has each failure of these endpoints once. A failure is new if no earlier group
 * has all of its endpoints.
 */
final class FailureCount {
  private final OutageModel outageModel;
  private final Map<String, BitSet> groupsOf = new HashMap<>();
  private int groups;
  private int found;

  FailureCount(OutageModel outageModel) {
    this.outageModel = outageModel;
  }

  /** Counts a failure of the current group if it is new. */
  void add(Set<String> failed) {
    if (isNew(failed) && !isImplied(failed)) {
      found++;
    }
  }

  private boolean isNew(Set<String> failed) {
    BitSet shared = new BitSet();
    shared.set(0, groups);
    for (String endpoint : failed) {
      shared.and(groupsOf.getOrDefault(endpoint, new BitSet()));
    }
    return shared.isEmpty();
  }

  /** Whether fewer endpoints cause the same failure, because an accelerator fails with them. */
  private boolean isImplied(Set<String> failed) {
    for (String endpoint : failed) {
      Set<String> others = new TreeSet<>(failed);
      others.remove(endpoint);
      if (outageModel.complete(others).contains(endpoint)) {
        return true;
      }
    }
    return false;
  }

  /** Ends the current group. */
  void end(List<String> endpoints) {
    endpoints.forEach(one -> groupsOf.computeIfAbsent(one, key -> new BitSet()).set(groups));
    groups++;
  }

  int found() {
    return found;
  }
}
