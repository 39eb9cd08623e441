package dev.meridian.config;

import java.util.Collection;

/** The fix for a word that is none of the known ones. */
final class Choice {
  private static final int MOST = 20;

  private Choice() {}

  static String of(String word, Collection<String> known) {
    if (known.isEmpty()) {
      return "remove it";
    }
    String all =
        known.size() > MOST ? "" : (known.size() == 1 ? "use " : "use one of ") + list(known);
    return NearWord.of(word, known)
        .map(near -> "did you mean " + near + "?" + (all.isEmpty() ? "" : " Or " + all))
        .orElse(all.isEmpty() ? "use one that exists" : all);
  }

  private static String list(Collection<String> known) {
    return String.join(", ", known);
  }
}
