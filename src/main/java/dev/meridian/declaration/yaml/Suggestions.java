package dev.meridian.declaration.yaml;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads a value from a fixed set of names, and suggests a fix for any other name. */
public final class Suggestions {
  private static final int FEW = 6;
  private static final int MOST = 16;

  private Suggestions() {}

  /**
   * The one of {@code values} that {@code place} names, or empty after a problem.
   *
   * @param name the name of a value
   * @param message what to report for any other name, such as {@code there is no backend "%s"}
   */
  public static <T> Optional<T> read(
      YamlNode place, T[] values, Function<T, String> name, String message) {
    Optional<String> text = place.text();
    Optional<T> found =
        Arrays.stream(values).filter(v -> name.apply(v).equals(text.orElse(""))).findFirst();
    if (text.isPresent() && found.isEmpty()) {
      List<String> names = Arrays.stream(values).map(name).toList();
      place.report(String.format(Locale.ROOT, message, text.get()), of(text.get(), names));
    }
    return found;
  }

  /** A fix: the closest match, if there is one, and the other names if there are only a few. */
  public static String of(String written, Collection<String> known) {
    Optional<String> near = ClosestMatch.of(written, known);
    List<String> others = known.stream().filter(w -> !w.equals(near.orElse(null))).toList();
    if (near.isPresent()) {
      boolean few = !others.isEmpty() && others.size() <= FEW;
      return "did you mean " + near.get() + "?" + (few ? " Otherwise " + use(join(others)) : "");
    }
    return any(others);
  }

  /** A fix without a closest match. */
  public static String any(Collection<String> known) {
    return known.isEmpty() ? "declare it" : use(known.size() > MOST ? first(known) : join(known));
  }

  /** The beginning of a long list. */
  static String first(Collection<String> names) {
    List<String> few = names.stream().limit(FEW).toList();
    return join(few) + (names.size() > FEW ? ", …" : "");
  }

  private static String join(Collection<String> names) {
    return String.join(", ", names);
  }

  private static String use(String choices) {
    return (choices.contains(",") ? "use one of " : "use ") + choices;
  }
}
