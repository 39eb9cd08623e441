package dev.meridian.config;

import dev.meridian.problem.Source;
import java.util.List;

/** A YAML document's content with the place of each part; keys are texts, and none stands twice. */
sealed interface Tree {

  Source at();

  /** What it is, in words for messages: {@code a list}. */
  String noun();

  /** One value as written, without quotes. */
  record Scalar(Source at, String text, Kind kind) implements Tree {
    /** What YAML 1.2 (core schema) takes the text for. */
    enum Kind {
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
  record Sequence(Source at, List<Tree> items) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String noun() {
      return "a list";
    }
  }

  /** A mapping in written order. */
  record Mapping(Source at, List<Entry> entries) implements Tree {
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
  record Entry(Source at, String key, Tree value) {}
}
