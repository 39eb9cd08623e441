package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.value.NameFormat;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlNode.Pair;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Optional;

/** Reads {@code multivalue}: a list of endpoints, or a mapping from label to branch. */
record MultivaluePolicyReader(BranchReader branches) {

  List<Branch> read(YamlNode value) {
    if (value.isMapping()) {
      return value.pairs().stream().flatMap(pair -> branch(pair).stream()).toList();
    }
    return BranchListReader.read(
        value,
        (item, endpoint) ->
            branches.toLabel(new Draft(endpoint, item, new RoutingPolicy.Multivalue())));
  }

  private Optional<Branch> branch(Pair pair) {
    NameFormat.check(pair.key(), pair.name());
    Draft draft = new Draft(pair.name(), pair.key(), new RoutingPolicy.Multivalue());
    return branches.read(draft, pair.value());
  }
}
