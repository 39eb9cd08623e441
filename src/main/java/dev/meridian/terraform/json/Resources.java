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

/** All resources and data sources of the files that are read together. */
final class Resources {
  private final List<Resource> all;
  private final Map<String, List<Resource>> byType = new HashMap<>();
  private final Map<Block, Instances> blocks = new HashMap<>();
  private final Map<ModuleScope, Map<String, Set<Resource>>> inputs = new HashMap<>();
  private final Map<Asked, List<Resource>> candidates = new HashMap<>();
  private final Map<List<Block>, Boolean> sameKeys = new HashMap<>();

  /** What the instances of one {@code resource} or {@code data} block have in common. */
  private record Block(String file, String module, boolean data, String type, String name) {
    static Block of(Resource one) {
      return new Block(one.file(), one.module(), one.data(), one.type(), one.name());
    }

    static Block of(String file, Reference reference) {
      return new Block(
          file, reference.module(), reference.data(), reference.type(), reference.name());
    }
  }

  /** The instances of a block, in order and by key. */
  private record Instances(List<Resource> all, Map<String, List<Resource>> byKey) {
    static final Instances NONE = new Instances(List.of(), Map.of());

    Instances() {
      this(new ArrayList<>(), new HashMap<>());
    }

    void add(Resource one) {
      all.add(one);
      byKey.computeIfAbsent(one.index(), key -> new ArrayList<>(1)).add(one);
    }

    Set<String> keys() {
      return byKey.keySet();
    }

    List<Resource> of(String key) {
      return byKey.getOrDefault(key, List.of());
    }
  }

  Resources(List<Resource> all) {
    this.all = List.copyOf(all);
    for (Resource one : this.all) {
      byType.computeIfAbsent(one.type(), key -> new ArrayList<>()).add(one);
      blocks.computeIfAbsent(Block.of(one), key -> new Instances()).add(one);
    }
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
    if (!search.isCertain()) {
      return Optional.empty();
    }
    List<Reference> references =
        search.found().stream().filter(r -> r.type().equals(type)).toList();
    List<Resource> named = named(from, references);
    if (named.size() <= 1 || references.size() > 1 || !references.get(0).index().isEmpty()) {
      return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
    Block block = Block.of(named.get(0));
    return search.key().flatMap(key -> withKey(from, block, key));
  }

  /**
   * The instance with a key. A number can be the result of a calculation, such as {@code
   * count.index + 1}, so both resources must have the same numbers.
   */
  private Optional<Resource> withKey(Resource from, Block block, String key) {
    boolean number = key.chars().allMatch(Character::isDigit);
    boolean certain = !number || (key.equals(from.index()) && haveSameKeys(Block.of(from), block));
    return certain ? instances(block).of(key).stream().findFirst() : Optional.empty();
  }

  private boolean haveSameKeys(Block one, Block other) {
    return sameKeys.computeIfAbsent(
        List.of(one, other), key -> instances(one).keys().equals(instances(other).keys()));
  }

  private Instances instances(Block block) {
    return blocks.getOrDefault(block, Instances.NONE);
  }

  /**
   * The other resources of {@code type} that an expression of {@code from} can refer to: all of
   * them if it mentions a local value of the root module, because a plan does not say what that
   * contains.
   */
  List<Resource> candidates(Resource from, Expression expression, String type) {
    ReferenceSearch search = ReferenceSearch.in(expression);
    return candidates.computeIfAbsent(
        Asked.of(from, search, type),
        key -> {
          Set<Resource> reachable = reachable(search, from.file(), type);
          return any(type).stream()
              .filter(r -> reachable.contains(r) && !isSameResource(r, from))
              .toList();
        });
  }

  /** What the candidates depend on. It is usually the same for all instances of a block. */
  private record Asked(
      Block from,
      String type,
      boolean complete,
      List<Reference> found,
      Set<String> modules,
      Set<ModuleScope> scopes) {
    static Asked of(Resource from, ReferenceSearch search, String type) {
      return new Asked(
          Block.of(from),
          type,
          search.isComplete(),
          search.found(),
          search.modules(),
          search.scopes());
    }
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

  /** The resources that references of {@code from} name, in order and each only once. */
  private List<Resource> named(Resource from, List<Reference> references) {
    if (references.size() == 1) {
      return named(from, references.get(0));
    }
    Set<Resource> found = Collections.newSetFromMap(new IdentityHashMap<>());
    return references.stream()
        .flatMap(reference -> named(from, reference).stream())
        .filter(found::add)
        .toList();
  }

  private List<Resource> named(Resource from, Reference reference) {
    Instances instances = instances(Block.of(from.file(), reference));
    return reference.index().isEmpty() ? instances.all() : instances.of(reference.key());
  }

  /** All resources of {@code type} that an expression of {@code from} refers to. */
  List<Resource> mentioned(Resource from, Expression expression, String type) {
    return named(
        from, Reference.in(expression).stream().filter(r -> r.type().equals(type)).toList());
  }
}
