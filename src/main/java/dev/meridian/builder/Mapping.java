package dev.meridian.builder;

import dev.meridian.declaration.value.YamlQuotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A mapping of the declaration, in the order of the calls. It keeps duplicate keys, so that the
 * reader can report them with their path, as in a file.
 */
record Mapping(List<Entry> entries) {
  static final Mapping EMPTY = new Mapping(List.of());

  /**
   * One key.
   *
   * @param value a text, number, boolean, list, or mapping
   */
  record Entry(String key, Object value) {
    Entry {
      Objects.requireNonNull(key, "a name or key is null");
      Objects.requireNonNull(value, () -> "the value of " + key + " is null");
    }
  }

  Mapping {
    entries = List.copyOf(entries);
  }

  static Mapping of(String key, Object value) {
    return EMPTY.with(key, value);
  }

  /** The keys in the order of the map. */
  static Mapping of(Map<String, ?> keys) {
    return new Mapping(
        keys.entrySet().stream().map(e -> new Entry(e.getKey(), e.getValue())).toList());
  }

  Mapping with(String key, Object value) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(key, value));
    return new Mapping(more);
  }

  Mapping with(Mapping others) {
    List<Entry> more = new ArrayList<>(entries);
    more.addAll(others.entries);
    return new Mapping(more);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** As JSON, which is also valid YAML. */
  String json() {
    StringBuilder out = new StringBuilder();
    write(this, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Mapping mapping) {
      out.append('{');
      for (Entry entry : mapping.entries) {
        out.append(out.charAt(out.length() - 1) == '{' ? "" : ", ");
        out.append(YamlQuotes.quoted(entry.key()));
        out.append(": ");
        write(entry.value(), out);
      }
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        out.append(i == 0 ? "" : ", ");
        write(list.get(i), out);
      }
      out.append(']');
    } else if (value instanceof String text) {
      out.append(YamlQuotes.quoted(text));
    } else {
      out.append(value);
    }
  }
}
