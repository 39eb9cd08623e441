package dev.meridian.resolve;

import dev.meridian.model.PlannedAccelerator;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The accelerators that answers contain, and what is behind them. */
final class Fronts {
  private final List<Front> all = new ArrayList<>();

  /**
   * One accelerator.
   *
   * @param own its endpoints: its name, or its DNS name and addresses
   * @param behind the endpoints of which at least one must be up
   */
  private record Front(Set<String> own, Set<String> behind) {}

  /**
   * Adds an accelerator if one of {@code answers} is a part of it.
   *
   * @return the endpoints behind it, which can fail even if no record answers with them
   */
  Set<String> add(PlannedAccelerator accelerator, Set<String> answers) {
    Set<String> own = endpoints(accelerator.values());
    own.retainAll(answers);
    if (own.isEmpty()) {
      return Set.of();
    }
    Front front = new Front(own, endpoints(accelerator.behind()));
    all.add(front);
    return front.behind();
  }

  /** Everything whose failure can take one of {@code endpoints} down, besides themselves. */
  Set<String> behind(Collection<String> endpoints) {
    Set<String> found = new TreeSet<>();
    all.stream()
        .filter(front -> front.own().stream().anyMatch(endpoints::contains))
        .forEach(front -> found.addAll(front.behind()));
    return found;
  }

  private static Set<String> endpoints(Collection<Value> values) {
    return values.stream().map(OutageModel::of).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The endpoints that are down if {@code down} are: also accelerators with nothing behind them.
   */
  SortedSet<String> complete(Collection<String> down) {
    SortedSet<String> complete = new TreeSet<>(down);
    all.stream()
        .filter(front -> complete.containsAll(front.behind()))
        .forEach(front -> complete.addAll(front.own()));
    return Collections.unmodifiableSortedSet(complete);
  }
}
