package dev.meridian.resolve.analysis;

import java.util.BitSet;
import java.util.function.Consumer;

/**
 * The subsets of 0..n-1, smallest first; subsets of the same size are in the order of their
 * members.
 */
final class Subsets {

  private Subsets() {}

  static void upTo(int most, int n, Consumer<BitSet> visitor) {
    for (int size = 0; size <= Math.min(most, n); size++) {
      extend(new BitSet(n), 0, size, n, visitor);
    }
  }

  private static void extend(BitSet chosen, int from, int missing, int n, Consumer<BitSet> to) {
    if (missing == 0) {
      to.accept((BitSet) chosen.clone());
      return;
    }
    for (int next = from; next <= n - missing; next++) {
      chosen.set(next);
      extend(chosen, next + 1, missing - 1, n, to);
      chosen.clear(next);
    }
  }
}
