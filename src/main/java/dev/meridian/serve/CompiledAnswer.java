package dev.meridian.serve;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The answers to one question in wire format, without header and question. Drawing one and writing
 * it allocates nothing.
 */
final class CompiledAnswer {
  /** An answer of so many octets has at most so many records, each with at least 12. */
  static final int MOST_RECORDS = AnswerCompiler.LARGEST / 12;

  private static final int FLAGS = 2;
  private static final int COUNTS = 6;

  private final Variant[] variants;
  private final AliasTable table;
  private final int size;

  /** How many entries of {@link CompiledAnswers} have this answer. */
  int users;

  CompiledAnswer(List<Variant> variants, AliasTable table) {
    this.variants = variants.toArray(new Variant[0]);
    this.table = table;
    this.size = variants.stream().mapToInt(Variant::size).sum();
  }

  /** About the octets of memory. */
  int size() {
    return size;
  }

  /**
   * Draws an answer, and writes it after the question. Sets the flags, RCODE, and counts.
   *
   * @param message big enough for every answer
   * @param at where the question ends
   * @param order room for {@link #MOST_RECORDS}
   * @param chosen the same
   * @return where the answer ends
   */
  int write(RandomGenerator random, byte[] message, int at, int[] order, int[] chosen) {
    return variants[table.draw(random)].write(random, message, at, order, chosen);
  }

  /** One of the answers. */
  static final class Variant {
    private static final int OVERHEAD = 160;

    private final int flags;
    private final int[] counts;
    private final byte[] octets;
    private final int[] starts;
    private final int[] sets;
    private final int drawn;

    /**
     * @param flags the AA flag and the RCODE, as in the header
     * @param counts of the header, for the three sections after the question
     * @param octets the records of all sections
     * @param starts where each record of the answer section starts, and where the last one ends
     * @param sets how many records each set of the answer section has; these are in any order
     * @param drawn how many records of the last set are in an answer; all unless it is a sample
     */
    Variant(int flags, int[] counts, byte[] octets, int[] starts, int[] sets, int drawn) {
      this.flags = flags;
      this.counts = counts;
      this.octets = octets;
      this.starts = starts;
      this.sets = sets;
      this.drawn = drawn;
    }

    int size() {
      return OVERHEAD + octets.length + (starts.length + sets.length) * Integer.BYTES;
    }

    private int write(RandomGenerator random, byte[] message, int at, int[] order, int[] chosen) {
      message[FLAGS] |= (byte) (flags >> Byte.SIZE);
      message[FLAGS + 1] = (byte) flags;
      for (int i = 0; i < counts.length; i++) {
        message[COUNTS + 2 * i] = (byte) (counts[i] >> Byte.SIZE);
        message[COUNTS + 2 * i + 1] = (byte) counts[i];
      }
      int to = at;
      int first = 0;
      for (int i = 0; i < sets.length; i++) {
        int total = sets[i];
        int count = i == sets.length - 1 ? drawn : total;
        if (total == 1) {
          to = copy(first, message, to);
        } else {
          for (int j = 0; j < total; j++) {
            order[j] = first + j;
          }
          int[] some = count == total ? order : choose(random, order, total, chosen, count);
          for (int j = count - 1; j >= 0; j--) {
            int other = j == 0 ? 0 : random.nextInt(j + 1);
            int record = some[other];
            some[other] = some[j];
            some[j] = record;
          }
          for (int j = 0; j < count; j++) {
            to = copy(some[j], message, to);
          }
        }
        first += total;
      }
      int rest = starts[first];
      System.arraycopy(octets, rest, message, to, octets.length - rest);
      return to + octets.length - rest;
    }

    /** Draws some without repetition. */
    private static int[] choose(
        RandomGenerator random, int[] all, int total, int[] chosen, int count) {
      for (int i = 0; i < count; i++) {
        int left = total - i;
        int drawn = random.nextInt(left);
        chosen[i] = all[drawn];
        System.arraycopy(all, drawn + 1, all, drawn, left - drawn - 1);
      }
      return chosen;
    }

    private int copy(int record, byte[] message, int to) {
      int size = starts[record + 1] - starts[record];
      System.arraycopy(octets, starts[record], message, to, size);
      return to + size;
    }
  }
}
