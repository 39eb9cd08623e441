package dev.meridian.config;

import dev.meridian.config.Tree.Scalar;
import dev.meridian.config.Tree.Scalar.Kind;
import dev.meridian.model.InvalidValue;
import dev.meridian.problem.KeyPath;
import dev.meridian.problem.Printable;
import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A part of the document, the way to it, and who hears of what is wrong there. Every reading method
 * reports a wrong type itself and then returns empty.
 */
record Located(Tree tree, KeyPath path, Consumer<Problem> problems) {

  /** Without exponents: 1e999999999 written out would fill the memory. */
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("[-+]?[0-9]{1,9}(\\.[0-9]{0,9})?");

  /** A key and what stands under it; both have the path that ends with the key. */
  record Pair(Located key, Located value) {
    String name() {
      return ((Scalar) key.tree()).text();
    }
  }

  Source at() {
    return tree.at();
  }

  void problem(String what, String fix) {
    problems.accept(new Problem(at(), path, Printable.of(what), Printable.of(fix)));
  }

  /** Reports and returns empty, for the end of a chain. */
  <T> Optional<T> refuse(String what, String fix) {
    problem(what, fix);
    return Optional.empty();
  }

  /** What {@code maker} makes, or empty if the model refuses it, which is reported here. */
  <T> Optional<T> make(Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidValue e) {
      return refuse(e.what(), e.fix());
    }
  }

  boolean isText() {
    return tree instanceof Scalar scalar && scalar.kind() == Kind.TEXT;
  }

  boolean isText(String text) {
    return isText() && ((Scalar) tree).text().equals(text);
  }

  boolean isInteger() {
    return tree instanceof Scalar scalar && scalar.kind() == Kind.INTEGER;
  }

  boolean isNothing() {
    return tree instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
  }

  boolean isList() {
    return tree instanceof Tree.Sequence;
  }

  boolean isMapping() {
    return tree instanceof Tree.Mapping;
  }

  /** A text without control characters. */
  Optional<String> text() {
    return anyText().flatMap(text -> PlainText.check(this, text));
  }

  /** A text that may have line breaks and tabs. */
  Optional<String> lines() {
    return anyText().flatMap(text -> PlainText.checkLines(this, text));
  }

  private Optional<String> anyText() {
    if (isText()) {
      String text = ((Scalar) tree).text();
      return text.isEmpty() ? refuse("is empty", "write a text") : Optional.of(text);
    }
    boolean quotable = tree instanceof Scalar scalar && scalar.kind() != Kind.NOTHING;
    return wrong(
        "a text", quotable ? "quote it: \"" + ((Scalar) tree).text() + "\"" : "write a text");
  }

  Optional<Integer> integer() {
    if (!isInteger()) {
      return wrong("a whole number", "write digits alone, such as 60");
    }
    String digits = ((Scalar) tree).text();
    try {
      return Optional.of(Integer.decode(digits.replaceFirst("^([-+]?)0+(?=[0-9])", "$1")));
    } catch (NumberFormatException e) {
      return refuse(
          digits + " is not a usable number", "write decimal digits, at most " + Integer.MAX_VALUE);
    }
  }

  Optional<BigDecimal> decimal() {
    return number().map(BigDecimal::new);
  }

  /**
   * A number as it is written, for those who need no BigDecimal: a JDK 25 takes 10 ms to load it.
   */
  Optional<String> number() {
    if (tree instanceof Scalar scalar
        && (scalar.kind() == Kind.DECIMAL || scalar.kind() == Kind.INTEGER)
        && PLAIN_DECIMAL.matcher(scalar.text()).matches()) {
      return Optional.of(scalar.text());
    }
    return wrong("a plain number", "write a few digits with a decimal point");
  }

  Optional<Boolean> flag() {
    if (tree instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN) {
      return Optional.of(Boolean.valueOf(scalar.text()));
    }
    return wrong("true or false", "write true or false without quotes");
  }

  /** The items of a list; none if it is something else, which is reported. */
  List<Located> items() {
    if (!(tree instanceof Tree.Sequence sequence)) {
      wrong("a list", "write a list in brackets, such as [a, b]");
      return List.of();
    }
    List<Located> items = new ArrayList<>();
    for (Tree item : sequence.items()) {
      items.add(new Located(item, path.item(items.size()), problems));
    }
    return items;
  }

  /** The pairs of a mapping; none if it is something else, which is reported. */
  List<Pair> pairs() {
    if (!(tree instanceof Tree.Mapping mapping)) {
      wrong("a mapping", "write key: value");
      return List.of();
    }
    return mapping.entries().stream().map(this::pair).toList();
  }

  private Pair pair(Tree.Entry entry) {
    KeyPath below = path.key(entry.key());
    Scalar key = new Scalar(entry.at(), entry.key(), Kind.TEXT);
    return new Pair(new Located(key, below, problems), new Located(entry.value(), below, problems));
  }

  /** What stands under {@code key} if this is a mapping that has it; reports nothing. */
  Optional<Located> peek(String key) {
    return isMapping()
        ? pairs().stream().filter(p -> p.name().equals(key)).map(Pair::value).findFirst()
        : Optional.empty();
  }

  /** The pairs of a mapping with fixed keys; keys it does not know are reported. */
  Optional<Section> section(Keys keys) {
    return section(keys, unknown -> false);
  }

  /**
   * The same where some unknown keys deserve a better word.
   *
   * @param told reports such a key and returns true, or returns false
   */
  Optional<Section> section(Keys keys, Predicate<Pair> told) {
    return isMapping()
        ? Optional.of(Section.open(this, keys, told))
        : wrong("a mapping", "write key: value with " + Choice.first(keys.words()));
  }

  <T> Optional<T> wrong(String needed, String fix) {
    return refuse("needs " + needed + ", not " + tree.noun(), fix);
  }
}
