package dev.meridian.stacks;

import dev.meridian.compile.Compiler;
import dev.meridian.declaration.AdjustedWeights;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Refuses ramps between branches that don't have the same record types: the answers of a type that
 * only one branch has would not follow the ramp.
 */
final class RampTypes {
  private static final int BRANCHES = 2;

  private RampTypes() {}

  static List<Diagnostic> different(Deployment deployment) {
    List<Diagnostic> problems = new ArrayList<>();
    if (deployment.names().stream().noneMatch(name -> name.ramped().isPresent())) {
      return problems;
    }
    SortedMap<RrsetKey, Integer> branches = new TreeMap<>();
    for (RecordKey key : records(deployment).keySet()) {
      branches.merge(key.group(), 1, Integer::sum);
    }
    for (NameDeclaration name : deployment.names()) {
      for (Map.Entry<RrsetKey, Integer> group : branches.entrySet()) {
        boolean ramped = name.ramped().isPresent() && group.getKey().name().equals(name.name());
        if (ramped && group.getValue() < BRANCHES) {
          problems.add(
              new Diagnostic(
                  name.at(),
                  name.path().key("ramp"),
                  "only one branch has records of type " + group.getKey().type(),
                  "use endpoints with the same record types"));
        }
      }
    }
    return problems;
  }

  private static Map<RecordKey, ?> records(Deployment deployment) {
    return AdjustedWeights.of(deployment, Compiler.compile(deployment).plan());
  }
}
