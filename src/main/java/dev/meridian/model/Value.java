package dev.meridian.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that is known now, an output that a Terraform state has after apply, or a reference to
 * something else that is known only after apply.
 */
public sealed interface Value {

  static Value literal(String text) {
    return new Literal(text, text);
  }

  /** A text that Terraform must write differently; see {@link Literal}. */
  static Value literal(String text, String spelling) {
    return new Literal(text, spelling);
  }

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** The region or endpoint whose state has the output; empty for other values. */
  Optional<String> heldBy();

  /** One method per kind of value. */
  interface Cases<R> {
    R literal(Literal value);

    R output(Output value);

    R listOutput(ListOutput value);

    R reference(Reference value);
  }

  /**
   * Known now.
   *
   * @param spelling the text as it was written, such as {@code LB.Example.org.} for {@code
   *     lb.example.org}. Terraform changes a record whose values are spelled differently, but
   *     answers are the same, so it does not count for equality.
   */
  record Literal(String text, String spelling) implements Value {
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

  /**
   * A text that Terraform knows only after apply. It can stand for several values of one record set
   * if not even their number is known.
   *
   * @param address the Terraform address of what identifies it: the attribute that is the text,
   *     such as {@code module.lb.aws_lb.main[0].dns_name}, or the argument that gets the text, such
   *     as {@code aws_route53_record.www.records}, if a plan does not say which expression it has
   * @param source the address of the only attribute or resource that the text is made from; null if
   *     there are several, or if it is not known
   */
  record Reference(String address, @Nullable String source) implements Value {

    /** The value of an attribute, without any change. */
    public static Reference to(String attribute) {
      return new Reference(attribute, attribute);
    }

    /**
     * Whether two references with this address have the same text, even in different plans. An
     * argument can have another expression in another plan.
     */
    public boolean isAttribute() {
      return address.equals(source);
    }

    /** The address of what fails if the target fails. */
    public String endpoint() {
      return source == null ? address : source;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.reference(this);
    }

    @Override
    public Optional<String> heldBy() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return address;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Reference that
          && address.equals(that.address)
          && Objects.equals(source, that.source);
    }

    @Override
    public int hashCode() {
      return 31 * address.hashCode() + Objects.hashCode(source);
    }
  }
}
