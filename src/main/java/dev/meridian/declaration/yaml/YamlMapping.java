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
 * A mapping with fixed keys. If it is {@linkplain #over over} another mapping, it inherits the keys
 * that it does not have from that one.
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

  /** A mapping that is not in the file: every key has its default. */
  public static YamlMapping absent(YamlNode whole, AllowedKeys keys) {
    return new YamlMapping(whole, keys, Map.of(), Set.of(), null);
  }

  /**
   * Opens a mapping, and reports keys that are not in {@code keys} unless {@code reported} does.
   */
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
            ? "YAML 1.2 has no merge keys: repeat the keys, or use an alias for the whole value"
            : Suggestions.of(pair.name(), known);
    pair.key().report("unknown key", fix);
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

  /** The value of {@code key} in this mapping, without inherited values. */
  public Optional<YamlNode> own(String key) {
    if (!keys.names().contains(key)) {
      throw new IllegalArgumentException(keys + " has no key " + key);
    }
    return Optional.ofNullable(values.get(key));
  }

  /** The value of {@code key} in the mapping that this one inherits from. */
  public Optional<YamlNode> inherited(String key) {
    return common == null ? Optional.empty() : common.get(key);
  }

  /** The mapping in {@code key}, which inherits from the inherited mapping. */
  public YamlMapping below(String key, AllowedKeys below) {
    Optional<YamlMapping> own = own(key).flatMap(value -> value.mapping(below));
    Optional<YamlMapping> inherited =
        inherited(key).filter(YamlNode::isMapping).flatMap(value -> value.mapping(below));
    YamlMapping base = inherited.orElseGet(() -> absent(whole, below));
    return own.map(mapping -> mapping.over(base)).orElse(base);
  }

  /** Whether a key that was reported as unknown probably meant one of {@code words}. */
  public boolean meant(Collection<String> words) {
    return words.stream().anyMatch(meant::contains);
  }

  /** The value of {@code key}. Reports a missing key, unless a misspelled one was reported. */
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

  /** The number in {@code key} if {@code check} accepts it, otherwise {@code otherwise}. */
  public int integer(String key, int otherwise, Consumer<Integer> check) {
    return get(key)
        .flatMap(value -> value.integer().flatMap(n -> value.checked(n, check)))
        .orElse(otherwise);
  }

  /** The text in {@code key} if {@code check} accepts it, otherwise {@code otherwise}. */
  public String text(String key, String otherwise, Consumer<String> check) {
    return get(key)
        .flatMap(value -> value.text().flatMap(text -> value.checked(text, check)))
        .orElse(otherwise);
  }
}
