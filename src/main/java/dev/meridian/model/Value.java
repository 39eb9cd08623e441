package dev.meridian.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text that is known now, or an output that a Terraform state has after apply. */
public sealed interface Value {

  static Value literal(String text) {
    return new Literal(text);
  }

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** The endpoint whose state has the value ({@code source}); empty for a literal. */
  Optional<String> heldBy();

  /** One method per kind of value. */
  interface Cases<R> {
    R literal(Literal value);

    R output(Output value);

    R listOutput(ListOutput value);
  }

  /** Known now. */
  record Literal(String text) implements Value {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.literal(this);
    }

    @Override
    public Optional<String> heldBy() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Literal that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /**
   * A text output of another state.
   *
   * @param source the region code or the endpoint whose state has the output
   * @param name the name of the output, such as {@code alb_dns_name}
   */
  record Output(String source, String name) implements Value {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.output(this);
    }

    @Override
    public Optional<String> heldBy() {
      return Optional.of(source);
    }

    @Override
    public String toString() {
      return source + "." + name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Output that && source.equals(that.source) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return 31 * source.hashCode() + name.hashCode();
    }
  }

  /**
   * One element of a list output of another state.
   *
   * @param index counted from 0
   */
  record ListOutput(String source, String name, int index) implements Value {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.listOutput(this);
    }

    @Override
    public Optional<String> heldBy() {
      return Optional.of(source);
    }

    @Override
    public String toString() {
      return source + "." + name + "[" + index + "]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ListOutput that
          && source.equals(that.source)
          && name.equals(that.name)
          && index == that.index;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * source.hashCode() + name.hashCode()) + index;
    }
  }
}
