package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedGroup.Labelled;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.importing.ImportedGroup.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The endpoints that the leaves of all trees lead to, each place once. */
final class ImportedEndpoints {

  /**
   * One endpoint.
   *
   * @param forced what it has to be called; null for anything
   * @param guard what checks it where a branch says nothing
   * @param labels of the branches that lead to it, the most used first
   */
  record Endpoint(
      int number,
      Location location,
      @Nullable String forced,
      BranchHealthCheck guard,
      List<String> labels) {
    Endpoint {
      labels = List.copyOf(labels);
    }
  }

  private record Draft(
      int number,
      Location location,
      Optional<String> forced,
      Optional<BranchHealthCheck> fixed,
      List<Labelled> uses) {}

  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Leaf, Integer> numbers = new HashMap<>();
  private final List<Endpoint> endpoints = new ArrayList<>();

  private ImportedEndpoints() {}

  static ImportedEndpoints of(List<Labelled> leaves) {
    ImportedEndpoints found = new ImportedEndpoints();
    leaves.stream().filter(use -> use.leaf().forced() != null).forEach(found::addForced);
    leaves.stream().filter(use -> use.leaf().forced() == null).forEach(found::addFree);
    found.drafts.forEach(found::decide);
    return found;
  }

  List<Endpoint> all() {
    return endpoints;
  }

  Endpoint of(Leaf leaf) {
    return endpoints.get(Objects.requireNonNull(numbers.get(leaf), leaf::toString));
  }

  private void addForced(Labelled use) {
    Leaf leaf = use.leaf();
    Optional<Draft> same =
        drafts.stream()
            .filter(
                draft ->
                    draft.location().equals(leaf.location())
                        && draft.forced().equals(leaf.forcedName())
                        && draft.fixed().equals(Optional.of(leaf.guard())))
            .findFirst();
    add(use, same, Optional.of(leaf.guard()));
  }

  private void addFree(Labelled use) {
    Leaf leaf = use.leaf();
    List<Draft> there =
        drafts.stream()
            .filter(draft -> draft.location().equals(leaf.location()) && isOpen(draft, leaf))
            .toList();
    Optional<Draft> best =
        there.stream()
            .filter(draft -> draft.fixed().filter(leaf.guard()::equals).isPresent())
            .findFirst();
    add(use, best.or(() -> there.stream().findFirst()), Optional.empty());
  }

  /** Checks of several addresses are named after their endpoint: others make it another one. */
  private static boolean isOpen(Draft draft, Leaf leaf) {
    boolean own = leaf.saying() != Saying.ALWAYS && leaf.guard() instanceof BranchHealthCheck.Each;
    return !own
        || Stream.concat(
                draft.fixed().stream(),
                draft.uses().stream()
                    .filter(use -> use.leaf().saying() != Saying.ALWAYS)
                    .map(use -> use.leaf().guard()))
            .noneMatch(
                guard -> guard instanceof BranchHealthCheck.Each && !guard.equals(leaf.guard()));
  }

  private void add(Labelled use, Optional<Draft> known, Optional<BranchHealthCheck> fixed) {
    Draft draft =
        known.orElseGet(
            () -> {
              Draft made =
                  new Draft(
                      drafts.size(),
                      use.leaf().location(),
                      use.leaf().forcedName(),
                      fixed,
                      new ArrayList<>());
              drafts.add(made);
              return made;
            });
    draft.uses().add(use);
    numbers.put(use.leaf(), draft.number());
  }

  private void decide(Draft draft) {
    Map<BranchHealthCheck, Integer> guards = new LinkedHashMap<>();
    Map<String, Integer> labels = new LinkedHashMap<>();
    for (Labelled use : draft.uses()) {
      labels.merge(use.label(), 1, Integer::sum);
      if (use.leaf().saying() != Saying.ALWAYS) {
        guards.merge(use.leaf().guard(), 1, Integer::sum);
      }
    }
    BranchHealthCheck guard =
        draft
            .fixed()
            .or(
                () ->
                    guards.keySet().stream()
                        .filter(BranchHealthCheck.Each.class::isInstance)
                        .findFirst())
            .or(() -> most(guards))
            .orElse(new BranchHealthCheck.None());
    List<String> byUse =
        labels.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .toList();
    endpoints.add(
        new Endpoint(
            endpoints.size(), draft.location(), draft.forced().orElse(null), guard, byUse));
  }

  /** The first of those that are used most. */
  private static Optional<BranchHealthCheck> most(Map<BranchHealthCheck, Integer> guards) {
    int most = guards.values().stream().mapToInt(n -> n).max().orElse(0);
    return guards.entrySet().stream()
        .filter(guard -> guard.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
