package dev.meridian.config;

import dev.meridian.config.BranchReader.Draft;
import dev.meridian.config.PolicyTree.Branch;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** Reads {@code simple}: one branch, labelled with its endpoint's name or else the word simple. */
record SimplePolicy(BranchReader branches) {

  List<Branch> read(Located value) {
    if (value.isList()) {
      value.problem("simple leads to one endpoint, not to a list", "use weighted or multivalue");
      return List.of();
    }
    Located target = value.peek("to").orElse(value);
    String label = target.isText() ? target.text().orElse("simple") : "simple";
    Draft draft = new Draft(label, value, new RoutingPolicy.Simple());
    return branches.read(draft, value).stream().toList();
  }
}
