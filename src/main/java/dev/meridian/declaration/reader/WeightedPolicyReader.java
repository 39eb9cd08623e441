package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;

/** Reads {@code weighted}: label to weight, or to a mapping with a weight. */
record WeightedPolicyReader(BranchReader branches) {

  List<Branch> read(YamlNode value) {
    return value.pairs().stream().flatMap(pair -> branch(pair).stream()).toList();
  }

  private Optional<Branch> branch(Pair pair) {
    NameFormat.check(pair.key(), pair.name());
    YamlNode value = pair.value();
    if (BranchReader.isPolicy(value) || BranchReader.isName(value)) {
      return value.refuse(
          "the branch has no weight", "write {weight: 10, to: …}, with the target in to");
    }
    if (value.isMapping()) {
      return branches
          .mapping(value, AllowedKeys.WEIGHTED_BRANCH)
          .flatMap(branch -> branches.read(draft(pair, branch.require("weight", "10")), branch));
    }
    Draft draft = draft(pair, Optional.of(value));
    return branches.toLabel(draft);
  }

  private static Draft draft(Pair pair, Optional<YamlNode> weight) {
    RoutingPolicy policy =
        weight
            .flatMap(at -> at.integer().flatMap(n -> at.make(() -> new RoutingPolicy.Weighted(n))))
            .orElse(new RoutingPolicy.Weighted(0));
    return new Draft(pair.name(), pair.key(), policy);
  }
}
