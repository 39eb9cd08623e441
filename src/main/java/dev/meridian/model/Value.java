package dev.meridian.model;

/** A text that is known now, or one that a Terraform state will hold after apply. */
public sealed interface Value {

  static Value literal(String text) {
    return new Literal(text);
  }

  /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
  <R> R accept(Cases<R> cases);

  /** One method a kind of value. */
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
    public String toString() {
      return text;
    }
  }

  /**
   * A text output of another state.
   *
   * @param source the endpoint whose state it is: a region code or a declared endpoint's name
   * @param name the output, such as {@code alb_dns_name}
   */
  record Output(String source, String name) implements Value {
    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.output(this);
    }

    @Override
    public String toString() {
      return source + "." + name;
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
    public String toString() {
      return source + "." + name + "[" + index + "]";
    }
  }
}
