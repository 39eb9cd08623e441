package dev.meridian.terraform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Matches nested blocks before and after a change. A plan does not say whether blocks are a list or
 * a set, and Terraform sorts a set by its values: a new value can move a block that is otherwise
 * the same. So this pairs the blocks that have most in common, and prefers the same position.
 */
final class BlockPairs {
  private static final int NONE = -1;

  private BlockPairs() {}

  /**
   * Positions of one block.
   *
   * @param before -1 for a block that is added
   * @param after -1 for a block that is removed
   */
  record Pair(int before, int after) {

    private int distance() {
      return Math.abs(before - after);
    }
  }

  private record Likeness(Pair pair, int fields) {}

  /** In the order before the change; added blocks come last, in their own order. */
  static List<Pair> of(JsonNode before, JsonNode after) {
    List<Likeness> candidates = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; j < after.size(); j++) {
        candidates.add(new Likeness(new Pair(i, j), alike(before.get(i), after.get(j))));
      }
    }
    candidates.sort(
        Comparator.comparingInt(Likeness::fields)
            .reversed()
            .thenComparingInt(one -> one.pair().distance())
            .thenComparingInt(one -> one.pair().before()));
    return chosen(candidates, before.size(), after.size());
  }

  private static List<Pair> chosen(List<Likeness> candidates, int before, int after) {
    int[] partner = IntStream.generate(() -> NONE).limit(before).toArray();
    BitSet taken = new BitSet(after);
    for (Likeness one : candidates) {
      Pair pair = one.pair();
      if (partner[pair.before()] == NONE && !taken.get(pair.after())) {
        partner[pair.before()] = pair.after();
        taken.set(pair.after());
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      pairs.add(new Pair(i, partner[i]));
    }
    for (int j = taken.nextClearBit(0); j < after; j = taken.nextClearBit(j + 1)) {
      pairs.add(new Pair(NONE, j));
    }
    return pairs;
  }

  /** The number of fields that are the same in both. */
  private static int alike(JsonNode before, JsonNode after) {
    return (int)
        before.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> before.get(name).equals(after.get(name)))
            .count();
  }
}
