package dev.meridian.testing;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a claim on random cases: 10,000, or 1,000 among the fast tests. A failure names its seed;
 * {@code -Dseed=N} repeats that case only.
 */
public final class RandomCases {
  /** How many cases a claim is tried on: {@code -Drandom-cases=N}. */
  public static final int COUNT = Integer.getInteger("random-cases", 10_000);

  private RandomCases() {}

  public static void forAll(Consumer<Random> claim) {
    forAll(COUNT, claim);
  }

  /** A tenth of the cases, for a claim that takes milliseconds. */
  public static void forSome(Consumer<Random> claim) {
    forAll(COUNT / 10, claim);
  }

  private static void forAll(int count, Consumer<Random> claim) {
    Long only = Long.getLong("seed");
    if (only != null) {
      run(only, claim);
      return;
    }
    for (long seed = 0; seed < count; seed++) {
      run(seed, claim);
    }
  }

  /** The random numbers of one seed. Neighboring seeds of {@link Random} start alike. */
  public static Random random(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  private static void run(long seed, Consumer<Random> claim) {
    try {
      claim.accept(random(seed));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("fails with -Dseed=" + seed + ": " + e.getMessage(), e);
    }
  }
}
