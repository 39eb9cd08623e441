package dev.meridian.diagnostic;

import java.util.regex.Pattern;

/** Escapes text from files, so that it cannot break lines in messages or control a terminal. */
public final class Printable {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}]");

  private Printable() {}

  /**
   * The text, with every control character and line separator as an escape such as {@code \\u001b}.
   */
  public static String of(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
  }
}
