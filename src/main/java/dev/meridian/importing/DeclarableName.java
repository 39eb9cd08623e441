package dev.meridian.importing;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.value.NameFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Names that a declaration accepts for labels, endpoints and health checks, formed from other
 * texts.
 */
final class DeclarableName {
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Set<String> RESERVED =
      Set.of("none", "primary", "secondary", "default", "simple");

  private DeclarableName() {}

  static boolean isWord(String text) {
    return NameFormat.isOne(text);
  }

  /** Whether {@code text} can be the name of an endpoint or a health check. */
  static boolean isName(String text) {
    return isWord(text) && !RESERVED.contains(text) && AwsRegions.byCode(text).isEmpty();
  }

  /** The name closest to {@code text}; {@code text} itself if it is a name. */
  static String of(String text) {
    if (isWord(text)) {
      return text;
    }
    String word = OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    word = word.replaceAll("^-+|-+$", "");
    if (word.isEmpty() || !Character.isLetter(word.charAt(0))) {
      word = "x" + (word.isEmpty() ? "" : "-" + word);
    }
    return cut(word, NameFormat.MAX);
  }

  /** {@code word}, with the first number appended that makes it free, if necessary. */
  static String free(String word, Predicate<String> isFree) {
    int number = 1;
    while (!isFree.test(numbered(word, number))) {
      number++;
    }
    return numbered(word, number);
  }

  /**
   * {@code word}, cut to make room for the number after it.
   *
   * @param number from 1, which is not appended
   */
  static String numbered(String word, int number) {
    if (number == 1) {
      return word;
    }
    String suffix = "-" + number;
    return cut(word, NameFormat.MAX - suffix.length()) + suffix;
  }

  private static String cut(String word, int length) {
    return word.length() <= length ? word : word.substring(0, length).replaceAll("-+$", "");
  }
}
