package dev.meridian.declaration.yaml;

import dev.meridian.diagnostic.SourceLocation;
import java.util.List;

/** The content of a YAML document, with the location of each part. Keys are unique texts. */
public sealed interface YamlTree {

  SourceLocation at();

  /** What it is, for messages: {@code a list}. */
  String noun();

  /** One value as written, without quotes. */
  record Scalar(SourceLocation at, String text, Kind kind) implements YamlTree {
    /** The type that the text has in YAML 1.2 (core schema). */
    public enum Kind {
      TEXT,
      INTEGER,
      DECIMAL,
      BOOLEAN,
      NOTHING
    }

    @Override
    public String noun() {
      return switch (kind) {
        case TEXT -> "the text \"" + text + "\"";
        case INTEGER, DECIMAL -> "the number " + text;
        case BOOLEAN -> text;
        case NOTHING -> "an empty value";
      };
    }
  }

  /** A list. */
  record Sequence(SourceLocation at, List<YamlTree> items) implements YamlTree {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String noun() {
      return "a list";
    }
  }

  /** A mapping, in the order of the file. */
  record Mapping(SourceLocation at, List<Entry> entries) implements YamlTree {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String noun() {
      return "a mapping";
    }
  }

  /**
   * One key of a mapping.
   *
   * @param at the location of the key
   */
  record Entry(SourceLocation at, String key, YamlTree value) {}
}
