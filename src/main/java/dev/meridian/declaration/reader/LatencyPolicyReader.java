package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.value.RegionCodeReader;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;

/** Reads {@code latency}: a list of regions, or AWS region to target. */
record LatencyPolicyReader(BranchReader branches) {
  /** A placeholder for a region that cannot be read. The problem has been reported. */
  private static final RoutingPolicy UNREADABLE = new RoutingPolicy.Latency("us-east-1");

  List<Branch> read(YamlNode value) {
    if (value.isList()) {
      return BranchListReader.read(
          value, (item, region) -> draft(item, region).flatMap(branches::toLabel));
    }
    return value.pairs().stream().flatMap(pair -> branch(pair).stream()).toList();
  }

  private Optional<Branch> branch(YamlNode.Pair pair) {
    // The target below a wrong region is read too, to report its problems.
    Draft draft =
        draft(pair.key(), pair.name())
            .orElseGet(() -> new Draft(pair.name(), pair.key(), UNREADABLE));
    return branches.read(draft, pair.value());
  }

  private static Optional<Draft> draft(YamlNode place, String region) {
    return RegionCodeReader.check(place, region)
        ? Optional.of(new Draft(region, place, new RoutingPolicy.Latency(region)))
        : Optional.empty();
  }
}
