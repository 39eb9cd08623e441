package dev.meridian.config;

import java.util.regex.Pattern;

/**
 * The way from the top of the document to a part of it, such as {@code names.api.weighted}.
 *
 * @param depth how many steps that is
 */
record KeyPath(String text, int depth) {
  static final KeyPath ROOT = new KeyPath("", 0);

  private static final Pattern PLAIN = Pattern.compile("[^.\\s\"\\[\\]\\p{Cntrl}\\p{Cf}]+");

  KeyPath key(String key) {
    String step = PLAIN.matcher(key).matches() ? key : "\"" + Printable.of(key) + "\"";
    return new KeyPath(text.isEmpty() ? step : text + "." + step, depth + 1);
  }

  KeyPath item(int index) {
    return new KeyPath(text + "[" + index + "]", depth + 1);
  }
}
