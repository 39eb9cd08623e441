package dev.meridian.stacks.name;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of the resources of one type in Terraform. Each depends only on its own name. */
public final class Named<K> {
  private final Map<K, Spelling> spellings;
  private final Map<String, Long> hashed;
  private final Set<String> identifiers = new TreeSet<>();

  private Named(Map<K, Spelling> spellings) {
    this.spellings = Collections.unmodifiableMap(spellings);
    spellings.values().forEach(spelling -> identifiers.add(spelling.identifier()));
    this.hashed =
        spellings.values().stream()
            .filter(spelling -> !spelling.identifier().equals(spelling.plain()))
            .collect(Collectors.groupingBy(Spelling::plain, Collectors.counting()));
  }

  static <K> Named<K> of(List<K> keys, Function<K, Spelling> spelling) {
    Map<K, Spelling> spellings = new LinkedHashMap<>();
    Map<String, K> owners = new HashMap<>();
    for (K key : keys) {
      Spelling spelled = spelling.apply(key);
      K other = owners.putIfAbsent(spelled.identifier(), key);
      // Six digits of a hash collide only in a file that was made for that.
      if (other != null && !other.equals(key)) {
        throw new IllegalStateException(
            other + " and " + key + " have one name in Terraform: " + spelled.identifier());
      }
      spellings.put(key, spelled);
    }
    return new Named<>(spellings);
  }

  public Set<K> keys() {
    return spellings.keySet();
  }

  public String of(K key) {
    return spelling(key).identifier();
  }

  /**
   * The name without the hash, which 0.1.0 gave to the first of the resources that shared it. Empty
   * if there is none, if another resource has that name now, or if it is not clear which resource
   * had it.
   */
  public Optional<String> earlier(K key) {
    String plain = spelling(key).plain();
    boolean clear = !identifiers.contains(plain) && hashed.getOrDefault(plain, 0L) == 1;
    return clear ? Optional.of(plain) : Optional.empty();
  }

  private Spelling spelling(K key) {
    Spelling spelling = spellings.get(key);
    if (spelling == null) {
      throw new IllegalArgumentException("there is no " + key);
    }
    return spelling;
  }
}
