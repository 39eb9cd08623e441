package dev.meridian.config;

import dev.meridian.config.BranchReader.Draft;
import dev.meridian.config.PolicyTree.Branch;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;

/** Reads {@code latency}: a list of regions, or AWS region to target. */
record LatencyPolicy(BranchReader branches) {
  private static final RoutingPolicy ANY = new RoutingPolicy.Latency("us-east-1");

  List<Branch> read(Located value) {
    if (value.isList()) {
      return ListedBranches.read(
          value, (item, region) -> draft(item, region).flatMap(branches::toLabel));
    }
    return value.pairs().stream().flatMap(pair -> branch(pair).stream()).toList();
  }

  private Optional<Branch> branch(Located.Pair pair) {
    // A target is read below a wrong region as well, for the problems it may have.
    Draft draft =
        draft(pair.key(), pair.name()).orElseGet(() -> new Draft(pair.name(), pair.key(), ANY));
    return branches.read(draft, pair.value());
  }

  private static Optional<Draft> draft(Located place, String region) {
    return RegionCodes.check(place, region)
        ? Optional.of(new Draft(region, place, new RoutingPolicy.Latency(region)))
        : Optional.empty();
  }
}
