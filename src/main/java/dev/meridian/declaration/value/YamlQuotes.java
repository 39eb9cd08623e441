package dev.meridian.declaration.value;

import java.util.Locale;

/** Writes text as a double-quoted scalar of YAML. */
public final class YamlQuotes {
  private YamlQuotes() {}

  /** Escapes everything except printable ASCII by its code point (YAML 1.2.2, section 5.7). */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c >= ' ' && c < 0x7f) {
                out.append((char) c);
              } else {
                out.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
              }
            });
    return out.append('"').toString();
  }
}
