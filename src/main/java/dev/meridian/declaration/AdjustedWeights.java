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

/** The record sets whose weights are adjusted, and what their weights can be. */
public final class AdjustedWeights {
  private AdjustedWeights() {}

  /** The names whose weights are adjusted, in declared order. */
  public static List<NameDeclaration> names(Deployment deployment) {
    return deployment.names().stream().filter(name -> name.adjusted().isPresent()).toList();
  }

  /**
   * The bounds of each adjusted record set, in the order of the plan.
   *
   * @param plan compiled from {@code deployment}
   */
  public static Map<RecordKey, Adjustment.Bounds> of(Deployment deployment, RoutingPlan plan) {
    Map<RecordKey, Adjustment.Bounds> bounds = new LinkedHashMap<>();
    for (NameDeclaration name : deployment.names()) {
      name.adjusted().ifPresent(adjustment -> add(name, adjustment, plan, bounds));
    }
    return Collections.unmodifiableMap(bounds);
  }

  private static void add(
      NameDeclaration name,
      Adjustment adjustment,
      RoutingPlan plan,
      Map<RecordKey, Adjustment.Bounds> bounds) {
    Map<String, Adjustment.Bounds> byIdentifier = new HashMap<>();
    for (Branch branch : name.policy().branches()) {
      Optional.ofNullable(adjustment.bounds().get(branch.label()))
          .ifPresent(one -> byIdentifier.put(branch.identifier(), one));
    }
    for (RecordSet record : plan.records()) {
      if (record.name().equals(name.name())) {
        record
            .key()
            .identifier()
            .flatMap(identifier -> Optional.ofNullable(byIdentifier.get(identifier)))
            .ifPresent(one -> bounds.put(record.key(), one));
      }
    }
  }
}
