package dev.meridian.resolve;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a claim on 10,000 random trees, and on 1,000 among the fast tests. A failure names its seed;
 * {@code -Dseed=N} repeats it.
 */
final class Property {
  private static final int TREES = Integer.getInteger("random-cases", 10_000);

  private Property() {}

  static void forAllTrees(Consumer<RandomTree> claim) {
    forAll(random -> claim.accept(RandomTree.grow(random)));
  }

  static void forAll(Consumer<Random> claim) {
    Long only = Long.getLong("seed");
    if (only != null) {
      run(only, claim);
      return;
    }
    for (long seed = 0; seed < TREES; seed++) {
      run(seed, claim);
    }
  }

  private static void run(long seed, Consumer<Random> claim) {
    try {
      // Neighbouring seeds give similar first numbers.
      claim.accept(new Random(seed * 0x9E3779B97F4A7C15L));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("fails with -Dseed=" + seed + ": " + e.getMessage(), e);
    }
  }
}
