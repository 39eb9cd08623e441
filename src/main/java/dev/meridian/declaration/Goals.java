package dev.meridian.declaration;

import dev.meridian.diagnostic.Origin;
import dev.meridian.model.DnsName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What answers are held to. None of it changes a stack.
 *
 * @param capacity what regions and endpoints can carry, by name
 * @param traffic what clients ask of each name, in the same unit, above 0
 * @param expectations in written order
 */
public record Goals(
    SortedMap<String, Capacity> capacity,
    SortedMap<DnsName, Double> traffic,
    Objectives objectives,
    List<Expectation> expectations) {

  public static final Goals NONE =
      new Goals(new TreeMap<>(), new TreeMap<>(), Objectives.NONE, List.of());

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
  }
}
