package dev.meridian.operate;

import dev.meridian.declaration.AllowedWeights;
import dev.meridian.declaration.RampPositions;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Accepts the weights that a function can set. */
final class WeightDifferences {
  private static final String WEIGHT = "weight";

  private WeightDifferences() {}

  /**
   * The differences without those weights; other adjusted weights are compared with what is
   * allowed.
   */
  static List<Difference> outside(
      Map<RecordKey, AllowedWeights> adjusted, List<Difference> differences) {
    Map<String, AllowedWeights> allowed = new HashMap<>();
    adjusted.forEach((key, one) -> allowed.put("record " + key, one));
    return differences.stream()
        .flatMap(
            one ->
                Optional.ofNullable(one.field().equals(WEIGHT) ? allowed.get(one.subject()) : null)
                    .map(weights -> outside(one, weights))
                    .orElse(Optional.of(one))
                    .stream())
        .toList();
  }

  /**
   * The ramps whose record sets have weights of different stages, although each weight is one of a
   * stage. Other weights and missing record sets are differences already.
   */
  static List<Difference> mixed(List<RampPositions> ramps, RoutingPlan found) {
    Map<RecordKey, Integer> weights = new HashMap<>();
    for (RecordSet record : found.records()) {
      if (record.policy() instanceof RoutingPolicy.Weighted weighted) {
        weights.put(record.key(), weighted.weight());
      }
    }
    return ramps.stream().flatMap(ramp -> mixed(ramp, weights).stream()).toList();
  }

  private static Optional<Difference> mixed(RampPositions ramp, Map<RecordKey, Integer> weights) {
    SortedMap<String, Integer> own = new TreeMap<>();
    for (RecordKey key : ramp.positions().get(0).keySet()) {
      Integer weight = weights.get(key);
      if (weight == null || ramp.positions().stream().noneMatch(at -> weight.equals(at.get(key)))) {
        return Optional.empty();
      }
      own.put(key.group().type() + " " + key.identifier().orElse(""), weight);
    }
    if (ramp.positions().stream().anyMatch(at -> weights.entrySet().containsAll(at.entrySet()))) {
      return Optional.empty();
    }
    String found =
        own.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Difference(
            "ramp of " + ramp.name(),
            "stage",
            ramp.percentages() + " percent in all record sets",
            "mixed (" + found + ")"));
  }

  private static Optional<Difference> outside(Difference difference, AllowedWeights allowed) {
    boolean number = difference.found().matches("[0-9]{1,3}");
    if (number && allowed.contains(Integer.parseInt(difference.found()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(difference.subject(), WEIGHT, allowed.toString(), difference.found()));
  }
}
