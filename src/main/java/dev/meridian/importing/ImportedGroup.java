package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The record sets of one name, of all its types together, as a policy with its branches. */
record ImportedGroup(PolicyKind kind, List<Twig> twigs) {
  ImportedGroup {
    twigs = List.copyOf(twigs);
  }

  /** One branch. */
  record Twig(String label, RoutingPolicy policy, End end) {}

  /** Where a branch leads. */
  sealed interface End {}

  /**
   * To a policy again.
   *
   * @param check the id of the alias record's own health check; null for none
   */
  record Below(ImportedGroup group, @Nullable String check, boolean targetHealth) implements End {}

  /**
   * To an endpoint.
   *
   * @param forced what the endpoint has to be called for its set identifiers to stay; null if any
   * @param targetHealth null where the record is no alias
   */
  record Leaf(
      Location location,
      BranchHealthCheck guard,
      Saying saying,
      @Nullable String forced,
      @Nullable Boolean targetHealth)
      implements End {
    Optional<String> forcedName() {
      return Optional.ofNullable(forced);
    }
  }

  /** Whether the branch itself says what checks it. */
  enum Saying {
    /** Only the endpoint can. */
    NEVER,
    /** Where the endpoint says otherwise. */
    IF_OTHER,
    /** In any case: without it, the records would be others. */
    ALWAYS
  }

  /** Every leaf of the tree, in order, with its label. */
  Stream<Labelled> leaves() {
    return twigs.stream()
        .flatMap(
            twig ->
                twig.end() instanceof Below below
                    ? below.group().leaves()
                    : Stream.of(new Labelled(twig.label(), (Leaf) twig.end())));
  }

  /** A leaf and the label of its branch. */
  record Labelled(String label, Leaf leaf) {}

  /** The ids of the checks on branches that lead to policies. */
  Stream<String> branchChecks() {
    return twigs.stream()
        .filter(twig -> twig.end() instanceof Below)
        .map(twig -> (Below) twig.end())
        .flatMap(
            below -> Stream.concat(Stream.ofNullable(below.check()), below.group().branchChecks()));
  }
}
