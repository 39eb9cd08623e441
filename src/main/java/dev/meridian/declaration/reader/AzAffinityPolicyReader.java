package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.value.AzLocationReader;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.AzLocation;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;

/** Reads {@code az-affinity}: location to target. */
record AzAffinityPolicyReader(BranchReader branches) {
  /** Stands for a location that cannot be read, which is reported. */
  private static final RoutingPolicy UNREADABLE =
      new RoutingPolicy.AzAffinity(new AzLocation.Global());

  List<Branch> read(YamlNode value) {
    return value.pairs().stream().flatMap(pair -> branch(pair).stream()).toList();
  }

  private Optional<Branch> branch(YamlNode.Pair pair) {
    RoutingPolicy policy =
        AzLocationReader.read(pair.key(), pair.name())
            .<RoutingPolicy>map(RoutingPolicy.AzAffinity::new)
            .orElse(UNREADABLE);
    return branches.read(new Draft(pair.name(), pair.key(), policy), pair.value());
  }
}
