package dev.meridian.config;

import dev.meridian.config.BranchReader.Draft;
import dev.meridian.config.PolicyTree.Branch;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** Reads {@code multivalue}: a list of endpoints. */
record MultivaluePolicy(BranchReader branches) {

  List<Branch> read(Located value) {
    return ListedBranches.read(
        value,
        (item, endpoint) ->
            branches.toLabel(new Draft(endpoint, item, new RoutingPolicy.Multivalue())));
  }
}
