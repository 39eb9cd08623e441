package dev.meridian.config;

import dev.meridian.config.BranchReader.Draft;
import dev.meridian.config.PolicyTree.Branch;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** Reads {@code latency}: a list of regions, or AWS region to target. */
record LatencyPolicy(BranchReader branches) {
  private static final RoutingPolicy ANY = new RoutingPolicy.Latency("us-east-1");

  List<Branch> read(Located value) {
    if (value.isList()) {
      return ListedBranches.read(value, (item, region) -> branches.toLabel(draft(item, region)));
    }
    return value.pairs().stream()
        .flatMap(pair -> branches.read(draft(pair.key(), pair.name()), pair.value()).stream())
        .toList();
  }

  private static Draft draft(Located place, String region) {
    RoutingPolicy policy =
        RegionCodes.check(place, region) ? new RoutingPolicy.Latency(region) : ANY;
    return new Draft(region, place, policy);
  }
}
