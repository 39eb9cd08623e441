package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.reader.BranchReader.Draft;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** Reads {@code simple}: one branch, labelled with its endpoint's name or else the word simple. */
record SimplePolicyReader(BranchReader branches) {

  List<Branch> read(YamlNode value) {
    if (value.isList()) {
      value.report("simple leads to one endpoint, not to a list", "use weighted or multivalue");
      return List.of();
    }
    YamlNode target = value.peek("to").orElse(value);
    String label = target.isText() ? target.text().orElse("simple") : "simple";
    Draft draft = new Draft(label, value, new RoutingPolicy.Simple());
    return branches.read(draft, value).stream().toList();
  }
}
