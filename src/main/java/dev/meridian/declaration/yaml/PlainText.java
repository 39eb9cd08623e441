package dev.meridian.declaration.yaml;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What a text of a declaration cannot hold, whatever it is for. */
public final class PlainText {
  private PlainText() {}

  /** The text in {@code value}, or empty after a problem. */
  public static Optional<String> check(YamlNode value, String text) {
    return check(value, text, Character::isISOControl);
  }

  /** The same where line breaks and tabs make sense, as in what a health check searches for. */
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
          "holds the character U+%04X, which no text here can have".formatted(wrong.get()),
          "remove that character");
    }
    // Terraform keeps all text in this form, so another one would be changed without a word.
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? Optional.of(text)
        : value.refuse(
            "is not in Unicode's composed form (NFC), which Terraform turns every text into",
            "write letters with their accents as one character each");
  }
}
