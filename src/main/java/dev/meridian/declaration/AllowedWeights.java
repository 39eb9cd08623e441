package dev.meridian.declaration;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The weights that a record set can have while a function changes its weight.
 *
 * @param weights not empty
 */
public record AllowedWeights(NavigableSet<Integer> weights) {
  static AllowedWeights within(Adjustment.Bounds bounds) {
    NavigableSet<Integer> all = new TreeSet<>();
    IntStream.rangeClosed(bounds.minimum(), bounds.maximum()).forEach(all::add);
    return new AllowedWeights(all);
  }

  public AllowedWeights {
    weights = Collections.unmodifiableNavigableSet(new TreeSet<>(weights));
  }

  public boolean contains(int weight) {
    return weights.contains(weight);
  }

  public int minimum() {
    return weights.first();
  }

  public int maximum() {
    return weights.last();
  }

  /** Such as {@code 20 to 200}, or {@code 0, 1, or 5}. */
  @Override
  public String toString() {
    if (weights.size() == maximum() - minimum() + 1) {
      return minimum() + " to " + maximum();
    }
    List<String> words = weights.headSet(maximum()).stream().map(String::valueOf).toList();
    return String.join(", ", words) + (words.size() > 1 ? ", or " : " or ") + maximum();
  }
}
