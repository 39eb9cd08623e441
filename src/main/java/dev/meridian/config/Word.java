package dev.meridian.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** The form of names that become parts of stack names, record sets and resource ids. */
final class Word {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private Word() {}

  static Optional<String> read(Located value) {
    return value.text().filter(word -> check(value, word));
  }

  /** Whether {@code word}, which stands at {@code place}, has the form; if not, it is reported. */
  static boolean check(Located place, String word) {
    if (FORM.matcher(word).matches()) {
      return true;
    }
    place.problem(
        "\"" + word + "\" is not a usable name",
        "use 1 to 32 of a-z, 0-9 and -, beginning with a letter");
    return false;
  }
}
