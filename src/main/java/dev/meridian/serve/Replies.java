package dev.meridian.serve;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The answers that a client can get to a question, in a table from which one is drawn in constant
 * time (Vose's alias method). The shares are exact to 2^-63.
 */
final class Replies {
  private static final int BITS = 63;

  private final List<Drawn> replies;

  /** Of each column: the part, of 2^63, that belongs to its own reply. */
  private final long[] own;

  /** Of each column: the reply that has the rest. */
  private final int[] other;

  private final boolean located;

  /** What can be drawn: a reply, or a number of record sets of several. */
  interface Drawn {
    Reply draw(RandomGenerator random);
  }

  /**
   * @param chances above 0; together 1
   * @param located whether clients elsewhere can get other answers
   */
  Replies(List<Drawn> replies, List<BigFraction> chances, boolean located) {
    this.replies = List.copyOf(replies);
    this.located = located;
    int size = replies.size();
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

  /** Whether clients elsewhere can get other answers. */
  boolean isLocated() {
    return located;
  }

  Reply draw(RandomGenerator random) {
    if (own.length == 1) {
      return replies.get(0).draw(random);
    }
    int column = random.nextInt(own.length);
    boolean isOwn = (random.nextLong() >>> 1) < own[column];
    return replies.get(isOwn ? column : other[column]).draw(random);
  }
}
