package dev.meridian.declaration;

import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record sets whose weights a function changes, and what their weights can be. */
public final class AdjustedWeights {
  private AdjustedWeights() {}

  /** The names whose weights a function changes, in declared order. */
  public static List<NameDeclaration> names(Deployment deployment) {
    return deployment.names().stream().filter(NameDeclaration::hasChangingWeights).toList();
  }

  /**
   * The weights of each such record set, in the order of the plan.
   *
   * @param plan compiled from {@code deployment}
   */
  public static Map<RecordKey, AllowedWeights> of(Deployment deployment, RoutingPlan plan) {
    Map<RecordKey, AllowedWeights> weights = new LinkedHashMap<>();
    names(deployment)
        .forEach(name -> records(name, plan).forEach((key, at) -> add(name, key, at, weights)));
    return Collections.unmodifiableMap(weights);
  }

  private static void add(
      NameDeclaration name, RecordKey key, String label, Map<RecordKey, AllowedWeights> weights) {
    name.ramped().ifPresent(ramp -> weights.put(key, new AllowedWeights(ramp.weights(label))));
    name.adjusted()
        .flatMap(adjustment -> Optional.ofNullable(adjustment.bounds().get(label)))
        .ifPresent(bounds -> weights.put(key, AllowedWeights.within(bounds)));
  }

  /** The labels of a name's branches by their record sets, in the order of the plan. */
  public static Map<RecordKey, String> records(NameDeclaration name, RoutingPlan plan) {
    Map<String, String> byIdentifier = new HashMap<>();
    for (Branch branch : name.policy().branches()) {
      byIdentifier.put(branch.identifier(), branch.label());
    }
    Map<RecordKey, String> labels = new LinkedHashMap<>();
    for (RecordSet record : plan.records()) {
      if (record.name().equals(name.name())) {
        record
            .key()
            .identifier()
            .flatMap(identifier -> Optional.ofNullable(byIdentifier.get(identifier)))
            .ifPresent(label -> labels.put(record.key(), label));
      }
    }
    return labels;
  }
}
