package dev.meridian.stacks.hcl;

import java.util.List;

/** The little of HCL that CDKTF writes. */
public sealed interface HclBlock {

  /** One argument or one block of a body. */
  sealed interface Item extends HclBlock {}

  /** {@code name = value}; a key of an object is one too, quoted where it must be. */
  record Attribute(String name, Expression value) implements Item {}

  /** {@code type "label" { … }}. */
  record Block(String type, List<String> labels, List<Item> body) implements Item {
    public Block {
      labels = List.copyOf(labels);
      body = List.copyOf(body);
    }
  }

  /** The right side of an argument. */
  sealed interface Expression extends HclBlock {}

  /** A number, string, reference or call as it stands in the text; may span lines. */
  record Scalar(String text) implements Expression {}

  /** {@code […]}. */
  record ListOf(List<Expression> items) implements Expression {
    public ListOf {
      items = List.copyOf(items);
    }
  }

  /** <code>{…}</code>. */
  record ObjectOf(List<Attribute> entries) implements Expression {
    public ObjectOf {
      entries = List.copyOf(entries);
    }
  }
}
