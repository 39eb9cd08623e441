package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** Reads {@code simple}: one branch. Its label is its endpoint's name, otherwise {@code simple}. */
record SimplePolicyReader(BranchReader branches) {

  List<Branch> read(YamlNode value) {
    if (value.isList()) {
      value.report("simple takes one endpoint, not a list", "use weighted or multivalue");
      return List.of();
    }
    YamlNode target = value.peek("to").orElse(value);
    String label = target.isText() ? target.text().orElse("simple") : "simple";
    Draft draft = new Draft(label, value, new RoutingPolicy.Simple());
    return branches.read(draft, value).stream().toList();
  }
}
