package dev.meridian.model;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Names in lower-case letters, digits, and hyphens, up to the length of a DNS label. */
public final class Slug {
  /** RFC 1035 2.3.4. */
  public static final int MAX_LABEL = 63;

  private static final int HASH_DIGITS = 8;

  private Slug() {}

  /** {@code text} in lower case, with hyphens instead of all other characters. */
  public static String of(String text) {
    if (text.equals("*")) {
      return "wildcard";
    }
    if (text.equals("@")) {
      return "apex";
    }
    StringBuilder slug = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      slug.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-');
    }
    return slug.toString();
  }

  /** The slugs of the parts, with hyphens between them. */
  public static String joined(List<String> parts) {
    return parts.stream().map(Slug::of).collect(Collectors.joining("-"));
  }

  /** {@code label} shortened to the length of a DNS label; a hash keeps it unique. */
  public static String fitted(String label) {
    if (label.length() <= MAX_LABEL) {
      return label;
    }
    return label.substring(0, MAX_LABEL - HASH_DIGITS - 1) + "-" + Hash.of(label, HASH_DIGITS);
  }

  /** Whether {@link #fitted} can have shortened the label. */
  public static boolean isFitted(String label) {
    return label.length() == MAX_LABEL && label.matches(".*-[0-9a-f]{" + HASH_DIGITS + "}");
  }

  /** Whether two shortened labels differ only in their hashes. */
  public static boolean alike(String one, String other) {
    int digits = MAX_LABEL - HASH_DIGITS;
    return one.substring(0, digits).equals(other.substring(0, digits));
  }

  /**
   * {@code text} itself, or else the first of {@code text-2}, {@code text-3}, and so on that is not
   * taken.
   */
  public static String free(String text, Predicate<String> taken) {
    String free = text;
    for (int i = 2; taken.test(free); i++) {
      free = text + "-" + i;
    }
    return free;
  }
}
