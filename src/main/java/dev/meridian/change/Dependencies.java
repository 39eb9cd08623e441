package dev.meridian.change;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which resources Terraform handles before which others. Addresses have the keys of instances; a
 * resource that is not in a map depends on nothing.
 *
 * @param before by address, the resources that it depends on in the state; these decide in which
 *     order resources are deleted
 * @param after by address, the resources that it depends on in the configuration; these decide in
 *     which order resources are created and updated
 * @param unknown the addresses of resources that may depend on more than {@code after} says
 * @param createBeforeDestroy the addresses of deleted resources that are known to have {@code
 *     create_before_destroy}. A plan does not say that of a resource that is deleted and not
 *     replaced
 */
public record Dependencies(
    Map<String, Set<String>> before,
    Map<String, Set<String>> after,
    Set<String> unknown,
    Set<String> createBeforeDestroy) {
  public static final Dependencies NONE = new Dependencies(Map.of(), Map.of(), Set.of(), Set.of());

  public Dependencies {
    before = Collections.unmodifiableMap(new TreeMap<>(before));
    after = Collections.unmodifiableMap(new TreeMap<>(after));
    unknown = Collections.unmodifiableSet(new TreeSet<>(unknown));
    createBeforeDestroy = Collections.unmodifiableSet(new TreeSet<>(createBeforeDestroy));
  }
}
