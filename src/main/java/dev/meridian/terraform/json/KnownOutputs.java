package dev.meridian.terraform.json;

import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.model.ValueSubstitution;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outputs of the states that a plan reads.
 *
 * @param bySource a region's code or an endpoint's name, as in {@link Value.Output#source()}
 */
public record KnownOutputs(SortedMap<String, StateOutputs> bySource) {

  public KnownOutputs {
    bySource = Collections.unmodifiableSortedMap(new TreeMap<>(bySource));
  }

  public static KnownOutputs of(Map<String, StateOutputs> bySource) {
    return new KnownOutputs(new TreeMap<>(bySource));
  }

  /** The plan, with the values of all known outputs. Other references stay. */
  public RoutingPlan resolve(RoutingPlan plan) {
    return ValueSubstitution.replace(plan, this::resolve);
  }

  /** The value of an output if it is known; otherwise, {@code value}. */
  public Value resolve(Value value) {
    return find(value).map(Value::literal).orElse(value);
  }

  /**
   * The outputs that the plan reads and that none of the states has, as {@code source.output},
   * sorted.
   */
  public SortedSet<String> missing(RoutingPlan plan) {
    return missingValues(plan).map(Value::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The outputs the plan reads that no state here has; one that it reads twice is there twice. */
  Stream<Value> missingValues(RoutingPlan plan) {
    return plan.values().stream()
        .filter(value -> value.heldBy().isPresent() && find(value).isEmpty());
  }

  private Optional<String> find(Value value) {
    return outputs(value).find(value);
  }

  private StateOutputs outputs(Value value) {
    return bySource.getOrDefault(value.heldBy().orElse(""), StateOutputs.NONE);
  }
}
