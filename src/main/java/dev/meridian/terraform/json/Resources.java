package dev.meridian.terraform.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All resources and data sources of the files that are read together. */
record Resources(List<Resource> all) {

  Resources {
    all = List.copyOf(all);
  }

  List<Resource> managed(String type) {
    return all.stream().filter(r -> !r.data() && r.type().equals(type)).toList();
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
    return all.stream().filter(r -> r.type().equals(type)).toList();
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
    return numbers(named(one, r -> isSameResource(r, one)));
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
    ReferenceSearch search = ReferenceSearch.in(expression);
    return named(
        from,
        r ->
            r.type().equals(type)
                && !isSameResource(r, from)
                && (!search.isComplete()
                    || search.found().stream().anyMatch(one -> one.names(r))
                    || search.modules().stream().anyMatch(module -> isWithin(r, module))));
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
