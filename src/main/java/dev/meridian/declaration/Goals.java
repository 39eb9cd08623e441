package dev.meridian.declaration;

import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Requirements that answers must meet, and outages to rehearse. They do not change the stacks.
 *
 * @param capacity the load that each region or endpoint can carry, above 0, in requests per second
 *     or any other unit
 * @param traffic the load from all clients for each name, above 0, in the same unit
 * @param expectations in declared order
 * @param drills in declared order, with different names
 */
public record Goals(
    SortedMap<String, Capacity> capacity,
    SortedMap<DnsName, Double> traffic,
    Objectives objectives,
    List<Expectation> expectations,
    List<Drill> drills) {

  public static final Goals NONE =
      new Goals(new TreeMap<>(), new TreeMap<>(), Objectives.NONE, List.of(), List.of());

  /**
   * What a region or endpoint can carry.
   *
   * @param requests per second, or in any other unit, above 0
   * @param origin where it is declared
   */
  public record Capacity(double requests, Origin origin) {}

  public Goals {
    capacity = Collections.unmodifiableSortedMap(new TreeMap<>(capacity));
    traffic = Collections.unmodifiableSortedMap(new TreeMap<>(traffic));
    expectations = List.copyOf(expectations);
    drills = List.copyOf(drills);
  }
}
