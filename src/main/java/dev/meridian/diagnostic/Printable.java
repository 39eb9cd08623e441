package dev.meridian.diagnostic;

import java.util.regex.Pattern;

/** Keeps what a file holds from breaking the lines of messages, or from talking to a terminal. */
public final class Printable {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}]");

  private Printable() {}

  /** The text with every control character and line separator as an escape. */
  public static String of(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
  }
}
