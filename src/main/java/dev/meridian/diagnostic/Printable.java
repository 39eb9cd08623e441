package dev.meridian.diagnostic;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes text from files and from AWS safe to print. */
public final class Printable {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private static final int LONGEST = 2_000;
  private static final int BEGIN = 1_200;
  private static final int END = 400;

  private Printable() {}

  /**
   * The text, with an escape of four hexadecimal digits for every UTF-16 unit of a control
   * character, so that it cannot break lines in messages or control a terminal.
   */
  public static String of(String text) {
    return escaped(text, CONTROL);
  }

  /** A whole document likewise, in which line breaks and tabs stay. */
  public static String document(String text) {
    return escaped(text, PrintableWriter.CONTROL);
  }

  static String escaped(String text, Pattern control) {
    return control.matcher(text).replaceAll(found -> escape(found.group()));
  }

  private static String escape(String character) {
    StringBuilder escape = new StringBuilder();
    character.chars().forEach(unit -> escape.append(String.format(Locale.ROOT, "\\\\u%04x", unit)));
    return escape.toString();
  }

  /** The text; of a very long one, the begin and the end, and how many characters are between. */
  public static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    return text.substring(0, BEGIN)
        + "… ("
        + (text.length() - BEGIN - END)
        + " more characters) …"
        + text.substring(text.length() - END);
  }
}
