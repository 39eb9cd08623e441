package dev.meridian.declaration;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The plans at the corners of the bounds of adjusted weights, and at the stages of ramps. Each
 * adjusted weight is at its minimum or its maximum there, and the branches of one identifier are at
 * the same end in all names. A share grows with its own weight and shrinks with the others, so the
 * largest loads are at corners; and a weight that can be 0 is 0 at some of them.
 */
public final class WeightCorners {
  /** With more, only corners with one identifier apart from the others are listed. */
  private static final int ALL_UP_TO = 6;

  private WeightCorners() {}

  /**
   * A corner.
   *
   * @param weights such as {@code eu-west-1 236, us-east-1 20}
   */
  public record Corner(String weights, RoutingPlan plan) {}

  /**
   * The corners, in a fixed order; none if no weight changes.
   *
   * @param plan compiled from {@code deployment}
   */
  public static List<Corner> of(Deployment deployment, RoutingPlan plan) {
    Map<RecordKey, Adjustment.Bounds> bounds = new LinkedHashMap<>();
    NavigableSet<String> identifiers = new TreeSet<>();
    for (NameDeclaration name : deployment.names()) {
      if (name.adjusted().isPresent()) {
        AdjustedWeights.records(name, plan)
            .forEach(
                (key, label) -> {
                  key.identifier().ifPresent(identifiers::add);
                  bounds.put(
                      key, Objects.requireNonNull(name.adjusted().get().bounds().get(label)));
                });
      }
    }
    List<String> all = List.copyOf(identifiers);
    List<Corner> corners = new ArrayList<>();
    for (Map<RecordKey, Integer> ramps : RampPositions.combined(deployment, plan)) {
      for (BitSet high : highs(all.size())) {
        Map<RecordKey, Integer> weights = new HashMap<>(ramps);
        bounds.forEach(
            (key, one) ->
                weights.put(
                    key,
                    high.get(all.indexOf(key.identifier().orElseThrow()))
                        ? one.maximum()
                        : one.minimum()));
        if (!weights.isEmpty()) {
          corners.add(corner(plan, weights));
        }
      }
    }
    return corners;
  }

  private static List<BitSet> highs(int size) {
    List<BitSet> highs = new ArrayList<>();
    if (size <= ALL_UP_TO) {
      for (long set = 0; set < 1L << size; set++) {
        highs.add(BitSet.valueOf(new long[] {set}));
      }
      return highs;
    }
    highs.add(new BitSet());
    for (int one = 0; one < size; one++) {
      BitSet high = new BitSet();
      high.set(one);
      highs.add(high);
      BitSet others = new BitSet();
      others.set(0, size);
      others.clear(one);
      highs.add(others);
    }
    return highs;
  }

  private static Corner corner(RoutingPlan plan, Map<RecordKey, Integer> changed) {
    SortedMap<String, NavigableSet<Integer>> weights = new TreeMap<>();
    List<RecordSet> records = new ArrayList<>();
    for (RecordSet record : plan.records()) {
      Integer weight = changed.get(record.key());
      if (weight == null) {
        records.add(record);
        continue;
      }
      String identifier = record.key().identifier().orElseThrow();
      weights.computeIfAbsent(identifier, key -> new TreeSet<>()).add(weight);
      records.add(
          new RecordSet(
              record.key(),
              new RoutingPolicy.Weighted(weight),
              record.data(),
              record.healthCheck()));
    }
    List<String> words = new ArrayList<>();
    weights.forEach(
        (identifier, values) ->
            words.add(
                identifier
                    + " "
                    + String.join("/", values.stream().map(String::valueOf).toList())));
    return new Corner(
        String.join(", ", Collections.unmodifiableList(words)),
        plan.with(records, plan.healthChecks(), plan.cidrCollections()));
  }
}
