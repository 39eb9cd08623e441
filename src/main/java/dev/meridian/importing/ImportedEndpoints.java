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

/** The endpoints that the leaves of all trees point to, each location once. */
final class ImportedEndpoints {

  /**
   * One endpoint.
   *
   * @param forced the name that it must have; null if any name is possible
   * @param healthCheck its health check, for branches that do not state one
   * @param labels labels of the branches that point to it, the most frequent first
   */
  record Endpoint(
      int number,
      Location location,
      @Nullable String forced,
      BranchHealthCheck healthCheck,
      List<String> labels) {
    Endpoint {
      labels = List.copyOf(labels);
    }
  }

  private record Candidate(
      int number,
      Location location,
      Optional<String> forced,
      Optional<BranchHealthCheck> fixed,
      List<Labelled> uses) {}

  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<Leaf, Integer> numbers = new HashMap<>();
  private final List<Endpoint> endpoints = new ArrayList<>();

  private ImportedEndpoints() {}

  static ImportedEndpoints of(List<Labelled> leaves) {
    ImportedEndpoints found = new ImportedEndpoints();
    leaves.stream().filter(use -> use.leaf().forced() != null).forEach(found::addForced);
    leaves.stream().filter(use -> use.leaf().forced() == null).forEach(found::addFree);
    found.candidates.forEach(found::decide);
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
    Optional<Candidate> same =
        candidates.stream()
            .filter(
                candidate ->
                    candidate.location().equals(leaf.location())
                        && candidate.forced().equals(leaf.forcedName())
                        && candidate.fixed().equals(Optional.of(leaf.healthCheck())))
            .findFirst();
    add(use, same, Optional.of(leaf.healthCheck()));
  }

  private void addFree(Labelled use) {
    Leaf leaf = use.leaf();
    List<Candidate> there =
        candidates.stream()
            .filter(
                candidate ->
                    candidate.location().equals(leaf.location()) && isOpen(candidate, leaf))
            .toList();
    Optional<Candidate> best =
        there.stream()
            .filter(candidate -> candidate.fixed().filter(leaf.healthCheck()::equals).isPresent())
            .findFirst();
    add(use, best.or(() -> there.stream().findFirst()), Optional.empty());
  }

  /**
   * Checks of several addresses are named after their endpoint, so other checks need another
   * endpoint.
   */
  private static boolean isOpen(Candidate candidate, Leaf leaf) {
    boolean own =
        leaf.saying() != Saying.ALWAYS && leaf.healthCheck() instanceof BranchHealthCheck.Each;
    return !own
        || Stream.concat(
                candidate.fixed().stream(),
                candidate.uses().stream()
                    .filter(use -> use.leaf().saying() != Saying.ALWAYS)
                    .map(use -> use.leaf().healthCheck()))
            .noneMatch(
                healthCheck ->
                    healthCheck instanceof BranchHealthCheck.Each
                        && !healthCheck.equals(leaf.healthCheck()));
  }

  private void add(Labelled use, Optional<Candidate> known, Optional<BranchHealthCheck> fixed) {
    Candidate candidate =
        known.orElseGet(
            () -> {
              Candidate created =
                  new Candidate(
                      candidates.size(),
                      use.leaf().location(),
                      use.leaf().forcedName(),
                      fixed,
                      new ArrayList<>());
              candidates.add(created);
              return created;
            });
    candidate.uses().add(use);
    numbers.put(use.leaf(), candidate.number());
  }

  private void decide(Candidate candidate) {
    Map<BranchHealthCheck, Integer> healthChecks = new LinkedHashMap<>();
    Map<String, Integer> labels = new LinkedHashMap<>();
    for (Labelled use : candidate.uses()) {
      labels.merge(use.label(), 1, Integer::sum);
      if (use.leaf().saying() != Saying.ALWAYS) {
        healthChecks.merge(use.leaf().healthCheck(), 1, Integer::sum);
      }
    }
    BranchHealthCheck healthCheck =
        candidate
            .fixed()
            .or(
                () ->
                    healthChecks.keySet().stream()
                        .filter(BranchHealthCheck.Each.class::isInstance)
                        .findFirst())
            .or(() -> most(healthChecks))
            .orElse(new BranchHealthCheck.None());
    List<String> byUse =
        labels.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .toList();
    endpoints.add(
        new Endpoint(
            endpoints.size(),
            candidate.location(),
            candidate.forced().orElse(null),
            healthCheck,
            byUse));
  }

  /** The most frequent one; the first of several. */
  private static Optional<BranchHealthCheck> most(Map<BranchHealthCheck, Integer> healthChecks) {
    int most = healthChecks.values().stream().mapToInt(n -> n).max().orElse(0);
    return healthChecks.entrySet().stream()
        .filter(healthCheck -> healthCheck.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
