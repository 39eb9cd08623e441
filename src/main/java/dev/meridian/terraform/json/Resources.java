package dev.meridian.terraform.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All resources and data sources of the files that are read together. */
final class Resources {
  private final List<Resource> all;
  private final Map<String, List<Resource>> byType = new HashMap<>();
  private final Map<ModuleScope, Map<String, Set<Resource>>> inputs = new HashMap<>();

  Resources(List<Resource> all) {
    this.all = List.copyOf(all);
    this.all.forEach(r -> byType.computeIfAbsent(r.type(), key -> new ArrayList<>()).add(r));
  }

  List<Resource> managed(String type) {
    return any(type).stream().filter(r -> !r.data()).toList();
  }

  /** The addresses that several of the files contain. */
  Set<String> ambiguous() {
    Map<String, String> files = new HashMap<>();
    Set<String> found = new HashSet<>();
    for (Resource resource : all) {
      String first = files.putIfAbsent(resource.address(), resource.file());
      if (first != null && !first.equals(resource.file())) {
        found.add(resource.address());
      }
    }
    return found;
  }

  /** Resources and data sources of {@code type}. */
  List<Resource> any(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /**
   * The resource of {@code type} that an expression of {@code from} refers to. If it refers to
   * several instances, the one with the key that the expression mentions; empty if that is not
   * certain.
   */
  Optional<Resource> meant(Resource from, Expression expression, String type) {
    ReferenceSearch search = ReferenceSearch.in(expression);
    List<Reference> references =
        search.found().stream().filter(r -> r.type().equals(type)).toList();
    List<Resource> named = named(from, type, references);
    if (!search.isCertain() || named.size() <= 1 || references.size() > 1) {
      return search.isCertain() && named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
    return search.key().flatMap(key -> withKey(from, named, key));
  }

  /**
   * The instance with a key. A number can be the result of a calculation, such as {@code
   * count.index + 1}, so both resources must have the same numbers.
   */
  private Optional<Resource> withKey(Resource from, List<Resource> instances, String key) {
    boolean number = key.chars().allMatch(Character::isDigit);
    boolean certain = !number || (key.equals(from.index()) && numbers(instances).equals(of(from)));
    return instances.stream().filter(r -> certain && r.index().equals(key)).findFirst();
  }

  private Set<String> of(Resource one) {
    return numbers(
        any(one.type()).stream()
            .filter(r -> r.file().equals(one.file()) && isSameResource(one, r))
            .toList());
  }

  private static Set<String> numbers(List<Resource> instances) {
    return instances.stream().map(Resource::index).collect(Collectors.toSet());
  }

  /**
   * The other resources of {@code type} that an expression of {@code from} can refer to: all of
   * them if it mentions a local value of the root module, because a plan does not say what that
   * contains.
   */
  List<Resource> candidates(Resource from, Expression expression, String type) {
    Set<Resource> reachable = reachable(ReferenceSearch.in(expression), from.file(), type);
    return any(type).stream()
        .filter(r -> reachable.contains(r) && !isSameResource(r, from))
        .toList();
  }

  private Set<Resource> reachable(ReferenceSearch search, String file, String type) {
    Set<Resource> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<String> names = new HashSet<>();
    search.found().forEach(one -> names.add(one.module() + " " + one.name()));
    for (Resource one : any(type)) {
      boolean can =
          !search.isComplete()
              || search.modules().stream().anyMatch(module -> isWithin(one, module))
              || (names.contains(one.module() + " " + one.name())
                  && search.found().stream().anyMatch(reference -> reference.names(one)));
      if (can && one.file().equals(file)) {
        found.add(one);
      }
    }
    search.scopes().forEach(scope -> found.addAll(inputs(scope, file, type)));
    return found;
  }

  private Set<Resource> inputs(ModuleScope scope, String file, String type) {
    Map<String, Set<Resource>> byType = inputs.computeIfAbsent(scope, key -> new HashMap<>());
    Set<Resource> known = byType.get(type);
    if (known == null) {
      byType.put(type, Set.of()); // so that a loop ends
      known = reachable(scope.inputs(), file, type);
      byType.put(type, known);
    }
    return known;
  }

  private static boolean isSameResource(Resource one, Resource other) {
    return one.type().equals(other.type())
        && one.name().equals(other.name())
        && one.module().equals(other.module())
        && one.data() == other.data();
  }

  private static boolean isWithin(Resource resource, String module) {
    String own = resource.module();
    return own.equals(module) || own.startsWith(module + ".") || own.startsWith(module + "[");
  }

  private List<Resource> named(Resource from, String type, List<Reference> references) {
    return any(type).stream()
        .filter(r -> r.file().equals(from.file()))
        .filter(r -> references.stream().anyMatch(one -> one.names(r)))
        .toList();
  }

  /** All resources of {@code type} that an expression of {@code from} refers to. */
  List<Resource> mentioned(Resource from, Expression expression, String type) {
    return named(from, type, Reference.in(expression));
  }
}
