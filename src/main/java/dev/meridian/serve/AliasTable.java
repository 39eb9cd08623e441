package dev.meridian.serve;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Draws a number with given chances in constant time (Vose's alias method). The chances are exact
 * to 2^-63.
 */
final class AliasTable {
  private static final int BITS = 63;

  /** Of each column: the part, of 2^63, that belongs to its own number. */
  private final long[] own;

  /** Of each column: the number that has the rest. */
  private final int[] other;

  /**
   * @param chances above 0; together 1
   */
  AliasTable(List<BigFraction> chances) {
    int size = chances.size();
    own = new long[size];
    other = new int[size];
    BigInteger whole = BigInteger.ONE.shiftLeft(BITS);
    BigInteger[] parts = new BigInteger[size];
    Deque<Integer> small = new ArrayDeque<>();
    Deque<Integer> large = new ArrayDeque<>();
    for (int i = 0; i < size; i++) {
      BigFraction chance = chances.get(i);
      parts[i] =
          chance
              .getNumerator()
              .multiply(BigInteger.valueOf(size))
              .shiftLeft(BITS)
              .divide(chance.getDenominator());
      (parts[i].compareTo(whole) < 0 ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int less = small.remove();
      int more = large.remove();
      own[less] = parts[less].longValueExact();
      other[less] = more;
      parts[more] = parts[more].subtract(whole.subtract(parts[less]));
      (parts[more].compareTo(whole) < 0 ? small : large).add(more);
    }
    // What is left has a whole column, apart from rounding.
    for (int rest : small) {
      fill(rest);
    }
    for (int rest : large) {
      fill(rest);
    }
  }

  private void fill(int column) {
    own[column] = Long.MAX_VALUE;
    other[column] = column;
  }

  /** From 0 to the number of chances - 1. */
  int draw(RandomGenerator random) {
    if (own.length == 1) {
      return 0;
    }
    int column = random.nextInt(own.length);
    boolean isOwn = (random.nextLong() >>> 1) < own[column];
    return isOwn ? column : other[column];
  }
}
