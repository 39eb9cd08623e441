package dev.meridian.declaration.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known text that was probably meant: the one with the fewest typing mistakes. */
public final class ClosestMatch {

  private ClosestMatch() {}

  /** Allows one mistake in a text of up to five letters, and one more for every three letters. */
  public static Optional<String> of(String text, Collection<String> known) {
    int most = Math.max(1, text.length() / 3);
    return known.stream()
        .filter(candidate -> !candidate.equals(text))
        .filter(candidate -> Math.abs(candidate.length() - text.length()) <= most)
        .filter(candidate -> slips(text, candidate) <= most)
        .min(Comparator.comparingInt((String c) -> slips(text, c)).thenComparing(c -> c));
  }

  /** Capitals, and - instead of _, don't count. */
  private static int slips(String text, String candidate) {
    return distance(plain(text), plain(candidate));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * How many letters to insert, remove, replace, or swap with the next one (optimal string
   * alignment distance).
   */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, cost, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] cost, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
