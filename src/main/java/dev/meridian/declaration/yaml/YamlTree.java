package dev.meridian.declaration.yaml;

import dev.meridian.diagnostic.SourceLocation;
import java.util.List;

/** A YAML document's content with the place of each part; keys are texts, and none stands twice. */
public sealed interface YamlTree {

  SourceLocation at();

  /** What it is, in words for messages: {@code a list}. */
  String noun();

  /** One value as written, without quotes. */
  record Scalar(SourceLocation at, String text, Kind kind) implements YamlTree {
    /** What YAML 1.2 (core schema) takes the text for. */
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
        case NOTHING -> "nothing";
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

  /** A mapping in written order. */
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
   * @param at the key's place
   */
  record Entry(SourceLocation at, String key, YamlTree value) {}
}
