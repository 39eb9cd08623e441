package dev.meridian.declaration.yaml;

import dev.meridian.declaration.yaml.YamlTree.Scalar;
import dev.meridian.declaration.yaml.YamlTree.Scalar.Kind;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Printable;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.InvalidValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A part of a YAML document, its path, and where to report problems. Every method that reads
 * reports a wrong type and then returns empty.
 */
public record YamlNode(YamlTree tree, KeyPath path, Consumer<Diagnostic> diagnostics) {

  /** Without exponents, because 1e999999999 written out would fill the memory. */
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("[-+]?[0-9]{1,9}(\\.[0-9]{0,9})?");

  /** A key and its value. Both have the path that ends with the key. */
  public record Pair(YamlNode key, YamlNode value) {
    public String name() {
      return ((Scalar) key.tree()).text();
    }
  }

  public SourceLocation at() {
    return tree.at();
  }

  public void report(String what, String fix) {
    diagnostics.accept(new Diagnostic(at(), path, Printable.of(what), Printable.of(fix)));
  }

  /** Reports a problem and returns empty. */
  public <T> Optional<T> refuse(String what, String fix) {
    report(what, fix);
    return Optional.empty();
  }

  /**
   * The result of {@code maker}, or empty if it throws an {@link InvalidValue}, which is reported.
   */
  public <T> Optional<T> make(Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidValue e) {
      return refuse(e.what(), e.fix());
    }
  }

  /** {@code value}, or empty if {@code check} throws an {@link InvalidValue}, which is reported. */
  public <T> Optional<T> checked(T value, Consumer<T> check) {
    return make(
        () -> {
          check.accept(value);
          return value;
        });
  }

  public boolean isText() {
    return tree instanceof Scalar scalar && scalar.kind() == Kind.TEXT;
  }

  public boolean isText(String text) {
    return isText() && ((Scalar) tree).text().equals(text);
  }

  public boolean isInteger() {
    return tree instanceof Scalar scalar && scalar.kind() == Kind.INTEGER;
  }

  public boolean isBoolean() {
    return tree instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN;
  }

  public boolean isNothing() {
    return tree instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
  }

  public boolean isList() {
    return tree instanceof YamlTree.Sequence;
  }

  public boolean isMapping() {
    return tree instanceof YamlTree.Mapping;
  }

  /** A text without control characters. */
  public Optional<String> text() {
    return anyText().flatMap(text -> PlainText.check(this, text));
  }

  /** A text that may have line breaks and tabs. */
  public Optional<String> lines() {
    return anyText().flatMap(text -> PlainText.checkLines(this, text));
  }

  private Optional<String> anyText() {
    if (isText()) {
      String text = ((Scalar) tree).text();
      return text.isEmpty() ? refuse("is empty", "write some text") : Optional.of(text);
    }
    boolean quotable = tree instanceof Scalar scalar && scalar.kind() != Kind.NOTHING;
    return wrong(
        "text", quotable ? "quote it: \"" + ((Scalar) tree).text() + "\"" : "write some text");
  }

  public Optional<Integer> integer() {
    if (!isInteger()) {
      return wrong("a whole number", "write only digits, such as 60");
    }
    String digits = ((Scalar) tree).text();
    try {
      return Optional.of(Integer.decode(digits.replaceFirst("^([-+]?)0+(?=[0-9])", "$1")));
    } catch (NumberFormatException e) {
      return refuse(
          digits + " is not a supported number",
          "write decimal digits, at most " + Integer.MAX_VALUE);
    }
  }

  public Optional<BigDecimal> decimal() {
    return number().map(BigDecimal::new);
  }

  /**
   * A number as it is written, for callers that don't need a BigDecimal: JDK 25 takes 10 ms to load
   * that class.
   */
  public Optional<String> number() {
    if (tree instanceof Scalar scalar
        && (scalar.kind() == Kind.DECIMAL || scalar.kind() == Kind.INTEGER)
        && PLAIN_DECIMAL.matcher(scalar.text()).matches()) {
      return Optional.of(scalar.text());
    }
    return wrong("a plain number", "write digits with a decimal point, such as 52.52");
  }

  public Optional<Boolean> flag() {
    if (tree instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN) {
      return Optional.of(Boolean.valueOf(scalar.text()));
    }
    return wrong("true or false", "write true or false without quotes");
  }

  /** The items of a list; empty if the node is something else, which is reported. */
  public List<YamlNode> items() {
    if (!(tree instanceof YamlTree.Sequence sequence)) {
      wrong("a list", "write a list in brackets, such as [a, b]");
      return List.of();
    }
    List<YamlNode> items = new ArrayList<>();
    for (YamlTree item : sequence.items()) {
      items.add(new YamlNode(item, path.item(items.size()), diagnostics));
    }
    return items;
  }

  /** The items of a list, or the node itself if it is not a list. Reports an empty list. */
  public List<YamlNode> oneOrSeveral() {
    List<YamlNode> items = isList() ? items() : List.of(this);
    if (items.isEmpty()) {
      report("the list is empty", "name at least one");
    }
    return items;
  }

  /** The pairs of a mapping; empty if the node is something else, which is reported. */
  public List<Pair> pairs() {
    if (!(tree instanceof YamlTree.Mapping mapping)) {
      wrong("a mapping", "write key: value");
      return List.of();
    }
    return mapping.entries().stream().map(this::pair).toList();
  }

  private Pair pair(YamlTree.Entry entry) {
    KeyPath below = path.key(entry.key());
    Scalar key = new Scalar(entry.at(), entry.key(), Kind.TEXT);
    return new Pair(
        new YamlNode(key, below, diagnostics), new YamlNode(entry.value(), below, diagnostics));
  }

  /** The value of {@code key}, if this is a mapping that has the key. Reports nothing. */
  public Optional<YamlNode> peek(String key) {
    return isMapping()
        ? pairs().stream().filter(p -> p.name().equals(key)).map(Pair::value).findFirst()
        : Optional.empty();
  }

  /** A mapping with fixed keys. Reports unknown keys. */
  public Optional<YamlMapping> mapping(AllowedKeys keys) {
    return mapping(keys, unknown -> false);
  }

  /**
   * A mapping with fixed keys, some of whose unknown keys need a special message.
   *
   * @param reported reports such a key and returns true, or returns false
   */
  public Optional<YamlMapping> mapping(AllowedKeys keys, Predicate<Pair> reported) {
    return isMapping()
        ? Optional.of(YamlMapping.open(this, keys, reported))
        : wrong("a mapping", "write key: value with " + Suggestions.first(keys.names()));
  }

  public <T> Optional<T> wrong(String needed, String fix) {
    return refuse("must be " + needed + ", not " + tree.noun(), fix);
  }
}
