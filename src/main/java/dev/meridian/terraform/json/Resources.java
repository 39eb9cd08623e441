package dev.meridian.terraform.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Resources and data sources of {@code type}. */
  List<Resource> any(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /**
   * The resource of {@code type} that an expression of {@code from} refers to. If it refers to
   * several resources or instances, the instance with the same index.
   */
  Optional<Resource> meant(Resource from, Expression expression, String type) {
    List<Reference> references =
        Reference.in(expression).stream().filter(r -> r.type().equals(type)).toList();
    List<Resource> named = named(from, r -> references.stream().anyMatch(one -> one.names(r)));
    if (named.size() <= 1 || references.size() > 1) {
      return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
    List<Resource> sameIndex = named.stream().filter(r -> r.index().equals(from.index())).toList();
    boolean byIndex = expression.references().stream().anyMatch(Resources::isIndex);
    return byIndex && sameIndex.size() == 1 ? Optional.of(sameIndex.get(0)) : Optional.empty();
  }

  private static boolean isIndex(String reference) {
    return reference.equals("each.key") || reference.equals("count.index");
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
