package dev.meridian.resolve.analysis;

import java.math.BigInteger;
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

  /** The number of subsets; {@link Long#MAX_VALUE} if there are more. */
  static long count(int most, int n) {
    BigInteger all = BigInteger.ZERO;
    BigInteger ofSize = BigInteger.ONE;
    for (int size = 0; size <= Math.min(most, n); size++) {
      all = all.add(ofSize);
      ofSize = ofSize.multiply(BigInteger.valueOf(n - size)).divide(BigInteger.valueOf(size + 1));
    }
    return all.bitLength() < Long.SIZE ? all.longValue() : Long.MAX_VALUE;
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
