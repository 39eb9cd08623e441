package dev.meridian.aws;

import java.util.ArrayList;
import java.util.List;

/** Splits a list that is too long for one request. */
final class Batches {
  private Batches() {}

  /** Returns {@code all} in order, in lists of at most {@code most}. */
  static List<List<String>> of(List<String> all, int most) {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      batches.add(all.subList(from, Math.min(from + most, all.size())));
    }
    return batches;
  }
}
