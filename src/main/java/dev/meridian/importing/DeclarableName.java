package dev.meridian.importing;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.value.NameFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The names a declaration takes for labels, endpoints and health checks, made of other texts. */
final class DeclarableName {
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Set<String> RESERVED =
      Set.of("none", "primary", "secondary", "default", "simple");

  private DeclarableName() {}

  static boolean isWord(String text) {
    return NameFormat.isOne(text);
  }

  /** Whether an endpoint or a health check may be called {@code text}. */
  static boolean isName(String text) {
    return isWord(text) && !RESERVED.contains(text) && AwsRegions.byCode(text).isEmpty();
  }

  /** The word most like {@code text}: itself where it is one. */
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

  /** {@code word}, or with the first number behind it that makes it free. */
  static String free(String word, Predicate<String> isFree) {
    String candidate = word;
    for (int number = 2; !isFree.test(candidate); number++) {
      String suffix = "-" + number;
      candidate = cut(word, NameFormat.MAX - suffix.length()) + suffix;
    }
    return candidate;
  }

  private static String cut(String word, int length) {
    return word.length() <= length ? word : word.substring(0, length).replaceAll("-+$", "");
  }
}
