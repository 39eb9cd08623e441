package dev.meridian.config;

import dev.meridian.config.Located.Pair;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with fixed keys. One that is laid {@linkplain #over over} another takes from there what
 * it does not say itself.
 */
final class Section {
  private final Located whole;
  private final Keys keys;
  private final Map<String, Located> values;
  private final Set<String> meant;
  private final @Nullable Section common;

  private Section(
      Located whole,
      Keys keys,
      Map<String, Located> values,
      Set<String> meant,
      @Nullable Section common) {
    this.whole = whole;
    this.keys = keys;
    this.values = values;
    this.meant = meant;
    this.common = common;
  }

  /** Nothing was written: every key has its default. */
  static Section absent(Located whole, Keys keys) {
    return new Section(whole, keys, Map.of(), Set.of(), null);
  }

  /** Opens a mapping; what is neither one of {@code keys} nor {@code told} is reported. */
  static Section open(Located mapping, Keys keys, Predicate<Pair> told) {
    Map<String, Located> values = new LinkedHashMap<>();
    Set<String> meant = new HashSet<>();
    for (Pair pair : mapping.pairs()) {
      if (keys.words().contains(pair.name())) {
        values.put(pair.name(), pair.value());
      } else if (!told.test(pair)) {
        unknown(pair, keys.words());
        NearWord.of(pair.name(), keys.words()).ifPresent(meant::add);
      }
    }
    return new Section(mapping, keys, values, meant, null);
  }

  private static void unknown(Pair pair, List<String> known) {
    String fix =
        pair.name().equals("<<")
            ? "YAML 1.2 has no merge key: repeat the keys, or give the whole value an alias"
            : Choice.of(pair.name(), known);
    pair.key().problem("there is no such key here", fix);
  }

  Section over(Section below) {
    return new Section(whole, keys, values, meant, below);
  }

  Located whole() {
    return whole;
  }

  boolean has(String key) {
    return get(key).isPresent();
  }

  Optional<Located> get(String key) {
    return own(key).or(() -> inherited(key));
  }

  /** What stands here under {@code key}, whatever this is laid over. */
  Optional<Located> own(String key) {
    if (!keys.words().contains(key)) {
      throw new IllegalArgumentException(keys + " has no key " + key);
    }
    return Optional.ofNullable(values.get(key));
  }

  /** What stands under {@code key} in the section this is laid over. */
  Optional<Located> inherited(String key) {
    return common == null ? Optional.empty() : common.get(key);
  }

  /** The mapping under {@code key}, laid over the one it inherits. */
  Section below(String key, Keys below) {
    Optional<Section> own = own(key).flatMap(value -> value.section(below));
    Optional<Section> inherited =
        inherited(key).filter(Located::isMapping).flatMap(value -> value.section(below));
    Section base = inherited.orElseGet(() -> absent(whole, below));
    return own.map(section -> section.over(base)).orElse(base);
  }

  /** Whether one of {@code words} was probably meant by a key that has been reported. */
  boolean meant(Collection<String> words) {
    return words.stream().anyMatch(meant::contains);
  }

  /** What stands under {@code key}; that it is missing is reported, but for a slip in the key. */
  Optional<Located> require(String key, String example) {
    Optional<Located> value = get(key);
    if (value.isEmpty() && !meant.contains(key)) {
      whole.problem(key + " is missing", "write " + key + ": " + example);
    }
    return value;
  }

  Optional<String> text(String key) {
    return get(key).flatMap(Located::text);
  }

  Optional<String> requiredText(String key, String example) {
    return require(key, example).flatMap(Located::text);
  }

  boolean flag(String key, boolean otherwise) {
    return get(key).flatMap(Located::flag).orElse(otherwise);
  }

  /** The number under {@code key} if {@code model} takes it; {@code otherwise} where none is. */
  int integer(String key, int otherwise, IntFunction<?> model) {
    return get(key)
        .flatMap(value -> value.integer().filter(n -> value.make(() -> model.apply(n)).isPresent()))
        .orElse(otherwise);
  }
}
