package dev.meridian.importing;

import dev.meridian.declaration.value.YamlQuotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A part of a YAML document, written on one line if it fits, and in blocks otherwise. */
sealed interface YamlWriter {
  int WIDTH = 100;

  /** On one line. */
  String flow();

  /** Appends it after a key or a dash, at column {@code used} of a line. */
  void block(StringBuilder out, int indent, int used);

  /** A scalar. */
  record Scalar(String text) implements YamlWriter {
    private static final Pattern PLAIN =
        Pattern.compile("[A-Za-z_/](?:[\\w./*+=-]*|[\\w./:-]*\\w)");
    private static final Pattern ADDRESS =
        Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:/[0-9]{1,2})?");
    private static final Set<String> OTHER_TYPES =
        Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    static Scalar of(String text) {
      boolean plain =
          ADDRESS.matcher(text).matches()
              || (PLAIN.matcher(text).matches()
                  && !OTHER_TYPES.contains(text.toLowerCase(java.util.Locale.ROOT)));
      return new Scalar(plain ? text : YamlQuotes.quoted(text));
    }

    static Scalar of(long number) {
      return new Scalar(Long.toString(number));
    }

    static Scalar of(boolean flag) {
      return new Scalar(Boolean.toString(flag));
    }

    @Override
    public String flow() {
      return text;
    }

    @Override
    public void block(StringBuilder out, int indent, int used) {
      out.append(' ').append(text).append('\n');
    }
  }

  /** A sequence. */
  record Seq(List<YamlWriter> items) implements YamlWriter {
    static Seq of(List<String> texts) {
      return new Seq(texts.stream().map(text -> (YamlWriter) Scalar.of(text)).toList());
    }

    @Override
    public String flow() {
      return "[" + String.join(", ", items.stream().map(YamlWriter::flow).toList()) + "]";
    }

    @Override
    public void block(StringBuilder out, int indent, int used) {
      if (used + 1 + flow().length() <= WIDTH) {
        out.append(' ').append(flow()).append('\n');
        return;
      }
      out.append('\n');
      for (YamlWriter item : items) {
        out.append(" ".repeat(indent)).append("- ").append(item.flow()).append('\n');
      }
    }
  }

  /** A mapping, in the order of its keys. */
  record Mapping(Map<String, YamlWriter> entries) implements YamlWriter {
    Mapping() {
      this(new LinkedHashMap<>());
    }

    Mapping put(String key, YamlWriter value) {
      entries.put(key, value);
      return this;
    }

    Mapping put(String key, String text) {
      return put(key, Scalar.of(text));
    }

    Mapping put(String key, long number) {
      return put(key, Scalar.of(number));
    }

    Mapping put(String key, boolean flag) {
      return put(key, Scalar.of(flag));
    }

    boolean isEmpty() {
      return entries.isEmpty();
    }

    @Override
    public String flow() {
      List<String> pairs = new ArrayList<>();
      entries.forEach((key, value) -> pairs.add(Scalar.of(key).flow() + ": " + value.flow()));
      return "{" + String.join(", ", pairs) + "}";
    }

    @Override
    public void block(StringBuilder out, int indent, int used) {
      if (used + 1 + flow().length() <= WIDTH) {
        out.append(' ').append(flow()).append('\n');
        return;
      }
      out.append('\n');
      lines(out, indent);
    }

    /** Writes one line or block per key. */
    void lines(StringBuilder out, int indent) {
      entries.forEach(
          (key, value) -> {
            String start = " ".repeat(indent) + Scalar.of(key).flow() + ":";
            out.append(start);
            value.block(out, indent + 2, start.length());
          });
    }
  }
}
