package dev.meridian.diagnostic;

import java.util.Locale;
import java.util.regex.Pattern;

/** Escapes text from files, so that it cannot break lines in messages or control a terminal. */
public final class Printable {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private Printable() {}

  /** The text, with an escape of four hexadecimal digits for every control character. */
  public static String of(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(found -> String.format(Locale.ROOT, "\\\\u%04x", found.group().codePointAt(0)));
  }
}
