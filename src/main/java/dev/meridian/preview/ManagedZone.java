package dev.meridian.preview;

import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RoutingPlan;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The record sets and health checks of a hosted zone, with their Terraform addresses.
 *
 * @param plan in canonical form
 * @param records the addresses of the record sets; a record set without one is in no state
 * @param healthChecks the addresses of the health checks by their IDs in the plan, likewise
 * @param moves for each address that has another one in an earlier version of the stack: that one
 */
public record ManagedZone(
    RoutingPlan plan,
    Map<RecordKey, String> records,
    SortedMap<String, String> healthChecks,
    SortedMap<String, String> moves) {

  public ManagedZone {
    plan = CanonicalPlan.of(plan);
    records = Map.copyOf(records);
    healthChecks = Collections.unmodifiableSortedMap(new TreeMap<>(healthChecks));
    moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
  }
}
