package dev.meridian.cli.view;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists, strings, numbers, and Booleans as JSON (RFC 8259), indented by two spaces per level.
 * Loading a library would take longer than the commands take to answer.
 */
public final class JsonText {
  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  public static String of(Object value) {
    JsonText json = new JsonText();
    json.write(value, "\n");
    return json.text.toString();
  }

  /** The same in one line. Strings contain no line breaks, because they are escaped. */
  public static String line(Object value) {
    return of(value).replaceAll("\n *", "");
  }

  private void write(@Nullable Object value, String newLine) {
    if (value instanceof Map<?, ?> map) {
      Iterator<?> entries = map.entrySet().iterator();
      list(
          '{',
          '}',
          entries,
          newLine,
          (entry, below) -> pair((Map.Entry<?, ?>) Objects.requireNonNull(entry), below));
    } else if (value instanceof List<?> list) {
      list('[', ']', list.iterator(), newLine, this::write);
    } else if (value instanceof String string) {
      quote(string);
    } else if (value instanceof BigDecimal number) {
      text.append(number.toPlainString());
    } else if (value == null
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean) {
      text.append(value);
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private interface Writer {
    void write(@Nullable Object item, String newLine);
  }

  private void list(char open, char close, Iterator<?> items, String newLine, Writer writer) {
    text.append(open);
    boolean any = items.hasNext();
    while (items.hasNext()) {
      text.append(newLine).append("  ");
      writer.write(items.next(), newLine + "  ");
      text.append(items.hasNext() ? "," : "");
    }
    text.append(any ? newLine : "").append(close);
  }

  private void pair(Map.Entry<?, ?> entry, String newLine) {
    quote((String) entry.getKey());
    text.append(": ");
    write(entry.getValue(), newLine);
  }

  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
