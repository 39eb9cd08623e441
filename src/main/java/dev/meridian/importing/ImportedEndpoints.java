package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedGroup.Labelled;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.importing.ImportedGroup.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /**
   * An endpoint in the making.
   *
   * @param ofAddresses the health checks of single addresses that it would have
   */
  private record Candidate(
      int number,
      Location location,
      Optional<String> forced,
      Optional<BranchHealthCheck> fixed,
      List<Labelled> uses,
      Set<BranchHealthCheck> ofAddresses) {

    /**
     * Checks of several addresses are named after their endpoint, so other checks need another
     * endpoint.
     */
    boolean isOpen(Leaf leaf) {
      return !isOfAddresses(leaf)
          || ofAddresses.stream().allMatch(known -> known.equals(leaf.healthCheck()));
    }

    void add(Labelled use) {
      uses.add(use);
      if (isOfAddresses(use.leaf())) {
        ofAddresses.add(use.leaf().healthCheck());
      }
    }

    private static boolean isOfAddresses(Leaf leaf) {
      return leaf.saying() != Saying.ALWAYS && leaf.healthCheck() instanceof BranchHealthCheck.Each;
    }
  }

  private record Forced(
      Location location, Optional<String> forced, BranchHealthCheck healthCheck) {}

  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<Location, List<Candidate>> byLocation = new HashMap<>();
  private final Map<Forced, Candidate> byForced = new HashMap<>();
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
    Forced key = new Forced(leaf.location(), leaf.forcedName(), leaf.healthCheck());
    Candidate candidate =
        byForced.computeIfAbsent(key, k -> created(leaf, Optional.of(leaf.healthCheck())));
    add(use, candidate);
  }

  private void addFree(Labelled use) {
    Leaf leaf = use.leaf();
    List<Candidate> there =
        byLocation.getOrDefault(leaf.location(), List.of()).stream()
            .filter(candidate -> candidate.isOpen(leaf))
            .toList();
    Optional<Candidate> best =
        there.stream()
            .filter(candidate -> candidate.fixed().filter(leaf.healthCheck()::equals).isPresent())
            .findFirst();
    add(
        use,
        best.or(() -> there.stream().findFirst()).orElseGet(() -> created(leaf, Optional.empty())));
  }

  private Candidate created(Leaf leaf, Optional<BranchHealthCheck> fixed) {
    Set<BranchHealthCheck> ofAddresses =
        fixed.stream()
            .filter(BranchHealthCheck.Each.class::isInstance)
            .collect(Collectors.toCollection(HashSet::new));
    Candidate candidate =
        new Candidate(
            candidates.size(),
            leaf.location(),
            leaf.forcedName(),
            fixed,
            new ArrayList<>(),
            ofAddresses);
    candidates.add(candidate);
    byLocation.computeIfAbsent(leaf.location(), l -> new ArrayList<>()).add(candidate);
    return candidate;
  }

  private void add(Labelled use, Candidate candidate) {
    candidate.add(use);
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
