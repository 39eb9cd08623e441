package dev.meridian.terraform.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All resources and data sources of the files that are read together.
 *
 * @param byType the same by type, in the same order
 */
record Resources(List<Resource> all, Map<String, List<Resource>> byType) {

  static Resources of(List<Resource> all) {
    return new Resources(
        List.copyOf(all), all.stream().collect(Collectors.groupingBy(Resource::type)));
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
    List<Resource> named = named(from, r -> references.stream().anyMatch(one -> one.names(r)));
    if (!search.isComplete() || named.size() <= 1 || references.size() > 1) {
      return search.isComplete() && named.size() == 1
          ? Optional.of(named.get(0))
          : Optional.empty();
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
        named(
            one,
            r ->
                r.type().equals(one.type())
                    && r.name().equals(one.name())
                    && r.module().equals(one.module())
                    && r.data() == one.data()));
  }

  private static Set<String> numbers(List<Resource> instances) {
    return instances.stream().map(Resource::index).collect(Collectors.toSet());
  }

  /**
   * The resources of {@code type} that an expression of {@code from} can refer to: all of them if
   * it mentions a local value, because a plan does not say what that contains.
   */
  List<Resource> candidates(Resource from, Expression expression, String type) {
    ReferenceSearch search = ReferenceSearch.in(expression);
    return named(
        from,
        r ->
            r.type().equals(type)
                && (!search.isComplete()
                    || search.found().stream().anyMatch(one -> one.names(r))
                    || search.modules().stream().anyMatch(module -> isWithin(r, module))));
  }

  private static boolean isWithin(Resource resource, String module) {
    String own = resource.module();
    return own.equals(module) || own.startsWith(module + ".") || own.startsWith(module + "[");
  }

  private List<Resource> named(Resource from, Predicate<Resource> wanted) {
    return all.stream().filter(r -> r.file().equals(from.file())).filter(wanted).toList();
  }

  /** All resources of {@code type} that an expression of {@code from} refers to. */
  List<Resource> mentioned(Resource from, Expression expression, String type) {
    List<Reference> references = Reference.in(expression);
    return named(
        from, r -> r.type().equals(type) && references.stream().anyMatch(one -> one.names(r)));
  }
}
