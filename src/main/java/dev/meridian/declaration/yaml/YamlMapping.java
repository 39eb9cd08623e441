package dev.meridian.declaration.yaml;

import dev.meridian.declaration.yaml.YamlNode.Pair;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with fixed keys. One that is laid {@linkplain #over over} another takes from there what
 * it does not say itself.
 */
public final class YamlMapping {
  private final YamlNode whole;
  private final AllowedKeys keys;
  private final Map<String, YamlNode> values;
  private final Set<String> meant;
  private final @Nullable YamlMapping common;

  private YamlMapping(
      YamlNode whole,
      AllowedKeys keys,
      Map<String, YamlNode> values,
      Set<String> meant,
      @Nullable YamlMapping common) {
    this.whole = whole;
    this.keys = keys;
    this.values = values;
    this.meant = meant;
    this.common = common;
  }

  /** Nothing was written: every key has its default. */
  public static YamlMapping absent(YamlNode whole, AllowedKeys keys) {
    return new YamlMapping(whole, keys, Map.of(), Set.of(), null);
  }

  /** Opens a mapping; what is neither one of {@code keys} nor {@code reported} is reported. */
  static YamlMapping open(YamlNode mapping, AllowedKeys keys, Predicate<Pair> reported) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    Set<String> meant = new HashSet<>();
    for (Pair pair : mapping.pairs()) {
      if (keys.names().contains(pair.name())) {
        values.put(pair.name(), pair.value());
      } else if (!reported.test(pair)) {
        unknown(pair, keys.names());
        ClosestMatch.of(pair.name(), keys.names()).ifPresent(meant::add);
      }
    }
    return new YamlMapping(mapping, keys, values, meant, null);
  }

  private static void unknown(Pair pair, List<String> known) {
    String fix =
        pair.name().equals("<<")
            ? "YAML 1.2 has no merge key: repeat the keys, or give the whole value an alias"
            : Suggestions.of(pair.name(), known);
    pair.key().report("there is no such key here", fix);
  }

  public YamlMapping over(YamlMapping below) {
    return new YamlMapping(whole, keys, values, meant, below);
  }

  public YamlNode whole() {
    return whole;
  }

  public boolean has(String key) {
    return get(key).isPresent();
  }

  public Optional<YamlNode> get(String key) {
    return own(key).or(() -> inherited(key));
  }

  /** What stands here under {@code key}, whatever this is laid over. */
  public Optional<YamlNode> own(String key) {
    if (!keys.names().contains(key)) {
      throw new IllegalArgumentException(keys + " has no key " + key);
    }
    return Optional.ofNullable(values.get(key));
  }

  /** What stands under {@code key} in the section this is laid over. */
  public Optional<YamlNode> inherited(String key) {
    return common == null ? Optional.empty() : common.get(key);
  }

  /** The mapping under {@code key}, laid over the one it inherits. */
  public YamlMapping below(String key, AllowedKeys below) {
    Optional<YamlMapping> own = own(key).flatMap(value -> value.mapping(below));
    Optional<YamlMapping> inherited =
        inherited(key).filter(YamlNode::isMapping).flatMap(value -> value.mapping(below));
    YamlMapping base = inherited.orElseGet(() -> absent(whole, below));
    return own.map(mapping -> mapping.over(base)).orElse(base);
  }

  /** Whether one of {@code words} was probably meant by a key that has been reported. */
  public boolean meant(Collection<String> words) {
    return words.stream().anyMatch(meant::contains);
  }

  /** What stands under {@code key}; that it is missing is reported, but for a slip in the key. */
  public Optional<YamlNode> require(String key, String example) {
    Optional<YamlNode> value = get(key);
    if (value.isEmpty() && !meant.contains(key)) {
      whole.report(key + " is missing", "write " + key + ": " + example);
    }
    return value;
  }

  public Optional<String> text(String key) {
    return get(key).flatMap(YamlNode::text);
  }

  public Optional<String> requiredText(String key, String example) {
    return require(key, example).flatMap(YamlNode::text);
  }

  public boolean flag(String key, boolean otherwise) {
    return get(key).flatMap(YamlNode::flag).orElse(otherwise);
  }

  /** The number under {@code key} if {@code check} takes it; {@code otherwise} where none is. */
  public int integer(String key, int otherwise, Consumer<Integer> check) {
    return get(key)
        .flatMap(value -> value.integer().flatMap(n -> value.checked(n, check)))
        .orElse(otherwise);
  }

  /** The same for a text. */
  public String text(String key, String otherwise, Consumer<String> check) {
    return get(key)
        .flatMap(value -> value.text().flatMap(text -> value.checked(text, check)))
        .orElse(otherwise);
  }
}
