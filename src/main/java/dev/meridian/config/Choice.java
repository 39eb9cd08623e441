package dev.meridian.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Words of which one must stand somewhere, and the fix for one that is none of them. */
final class Choice {
  private static final int MOST = 20;

  private Choice() {}

  /**
   * The one of {@code values} whose word stands at {@code place}, or empty after a problem.
   *
   * @param complaint what is wrong with another word, as in {@code there is no backend "%s"}
   */
  static <T> Optional<T> read(
      Located place, T[] values, Function<T, String> word, String complaint) {
    Optional<String> text = place.text();
    Optional<T> found =
        Arrays.stream(values).filter(v -> word.apply(v).equals(text.orElse(""))).findFirst();
    if (text.isPresent() && found.isEmpty()) {
      List<String> words = Arrays.stream(values).map(word).toList();
      place.problem(complaint.formatted(text.get()), of(text.get(), words));
    }
    return found;
  }

  /** The fix: the near word if there is one, and all of them if they are few. */
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
