package dev.meridian.declaration;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights that the record sets of a ramp can have together.
 *
 * @param name whose weights change
 * @param percentages of the branch that gets the requests
 * @param positions the weights by record set: after an abort, and at each stage
 */
public record RampPositions(
    DnsName name, AllowedWeights percentages, List<Map<RecordKey, Integer>> positions) {
  /**
   * With more combinations, one ramp moves at a time, while the others are at one of their ends.
   */
  private static final int MOST = 64;

  public RampPositions {
    positions = positions.stream().map(Map::copyOf).toList();
  }

  /** The ramps of a deployment, in declared order. */
  public static List<RampPositions> of(Deployment deployment, RoutingPlan plan) {
    List<RampPositions> ramps = new ArrayList<>();
    for (NameDeclaration name : deployment.names()) {
      name.ramped()
          .ifPresent(
              ramp ->
                  ramps.add(
                      new RampPositions(
                          name.name(),
                          new AllowedWeights(ramp.weights(ramp.to())),
                          positions(name, ramp, plan))));
    }
    return List.copyOf(ramps);
  }

  /**
   * The weights that the record sets of all ramps can have together, in a fixed order; one empty
   * map without ramps.
   */
  static List<Map<RecordKey, Integer>> combined(Deployment deployment, RoutingPlan plan) {
    List<List<Map<RecordKey, Integer>>> ramps =
        of(deployment, plan).stream().map(RampPositions::positions).toList();
    long all = 1;
    for (List<Map<RecordKey, Integer>> ramp : ramps) {
      all = Math.min(all * ramp.size(), MOST + 1L);
    }
    return all > MOST ? oneAtATime(ramps) : combinations(ramps);
  }

  /** One for an abort, and one for each stage. */
  private static List<Map<RecordKey, Integer>> positions(
      NameDeclaration name, Ramp ramp, RoutingPlan plan) {
    List<Map<RecordKey, Integer>> positions = new ArrayList<>();
    for (int percent : ramp.weights(ramp.to())) {
      Map<RecordKey, Integer> weights = new HashMap<>();
      AdjustedWeights.records(name, plan)
          .forEach((key, label) -> weights.put(key, ramp.weight(label, percent)));
      positions.add(weights);
    }
    return positions;
  }

  private static List<Map<RecordKey, Integer>> combinations(
      List<List<Map<RecordKey, Integer>>> ramps) {
    List<Map<RecordKey, Integer>> all = List.of(Map.of());
    for (List<Map<RecordKey, Integer>> ramp : ramps) {
      List<Map<RecordKey, Integer>> longer = new ArrayList<>();
      for (Map<RecordKey, Integer> before : all) {
        ramp.forEach(position -> longer.add(both(before, position)));
      }
      all = longer;
    }
    return all;
  }

  private static List<Map<RecordKey, Integer>> oneAtATime(
      List<List<Map<RecordKey, Integer>>> ramps) {
    List<Map<RecordKey, Integer>> all = new ArrayList<>();
    for (int one = 0; one < ramps.size(); one++) {
      for (Map<RecordKey, Integer> position : ramps.get(one)) {
        for (boolean last : new boolean[] {false, true}) {
          Map<RecordKey, Integer> weights = position;
          for (int other = 0; other < ramps.size(); other++) {
            List<Map<RecordKey, Integer>> ends = ramps.get(other);
            weights = other == one ? weights : both(weights, ends.get(last ? ends.size() - 1 : 0));
          }
          all.add(weights);
        }
      }
    }
    return all;
  }

  private static Map<RecordKey, Integer> both(
      Map<RecordKey, Integer> one, Map<RecordKey, Integer> other) {
    Map<RecordKey, Integer> both = new HashMap<>(one);
    both.putAll(other);
    return both;
  }
}
