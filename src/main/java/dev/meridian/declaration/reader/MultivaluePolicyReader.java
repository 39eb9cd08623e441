package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** Reads {@code multivalue}: a list of endpoints. */
record MultivaluePolicyReader(BranchReader branches) {

  List<Branch> read(YamlNode value) {
    return BranchListReader.read(
        value,
        (item, endpoint) ->
            branches.toLabel(new Draft(endpoint, item, new RoutingPolicy.Multivalue())));
  }
}
