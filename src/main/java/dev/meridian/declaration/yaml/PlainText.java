package dev.meridian.declaration.yaml;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Refuses characters that no text in a declaration can contain. */
public final class PlainText {
  private PlainText() {}

  /** The text, or empty after a problem. */
  public static Optional<String> check(YamlNode value, String text) {
    return check(value, text, Character::isISOControl);
  }

  /** The same, with line breaks and tabs, for example in what a health check searches for. */
  static Optional<String> checkLines(YamlNode value, String text) {
    return check(
        value, text, c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }

  private static Optional<String> check(YamlNode value, String text, IntPredicate control) {
    Optional<Integer> wrong =
        text.codePoints()
            .filter(c -> control.test(c) || Character.getType(c) == Character.SURROGATE)
            .boxed()
            .findFirst();
    if (wrong.isPresent()) {
      return value.refuse(
          String.format(
              Locale.ROOT, "contains the character U+%04X, which is not allowed", wrong.get()),
          "remove that character");
    }
    // Terraform converts all text to NFC, so any other form would change silently.
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? Optional.of(text)
        : value.refuse(
            "is not in Unicode normalization form NFC, which Terraform converts all text to",
            "write each accented letter as a single character");
  }
}
