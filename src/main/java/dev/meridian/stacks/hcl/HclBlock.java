package dev.meridian.stacks.hcl;

import java.util.List;

/** The part of HCL that CDKTF writes. */
public sealed interface HclBlock {

  /** One argument or one block of a body. */
  sealed interface Item extends HclBlock {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method per kind of item. */
    interface Cases<R> {
      R attribute(Attribute attribute);

      R block(Block block);
    }
  }

  /** {@code name = value}; also a key of an object, quoted if necessary. */
  record Attribute(String name, Expression value) implements Item {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.attribute(this);
    }
  }

  /** {@code type "label" { … }}. */
  record Block(String type, List<String> labels, List<Item> body) implements Item {
    public Block {
      labels = List.copyOf(labels);
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.block(this);
    }
  }

  /** The right side of an argument. */
  sealed interface Expression extends HclBlock {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method per kind of expression. */
    interface Cases<R> {
      R scalar(Scalar scalar);

      R list(ListOf list);

      R object(ObjectOf object);
    }
  }

  /** A number, string, reference or call, exactly as in the text; may span lines. */
  record Scalar(String text) implements Expression {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.scalar(this);
    }
  }

  /** {@code […]}. */
  record ListOf(List<Expression> items) implements Expression {
    public ListOf {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.list(this);
    }
  }

  /** <code>{…}</code>. */
  record ObjectOf(List<Attribute> entries) implements Expression {
    public ObjectOf {
      entries = List.copyOf(entries);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.object(this);
    }
  }
}
