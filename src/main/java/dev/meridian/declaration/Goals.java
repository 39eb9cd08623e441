package dev.meridian.declaration;

import dev.meridian.model.DnsName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What answers are held to. None of it changes a stack.
 *
 * @param capacity requests a second (or any other unit) that a region or endpoint can carry, above
 *     0
 * @param traffic what clients ask of each name, in the same unit, above 0
 * @param expectations in written order
 */
public record Goals(
    SortedMap<String, Double> capacity,
    SortedMap<DnsName, Double> traffic,
    Objectives objectives,
    List<Expectation> expectations) {

  public static final Goals NONE =
      new Goals(new TreeMap<>(), new TreeMap<>(), Objectives.NONE, List.of());

  public Goals {
    capacity = Collections.unmodifiableSortedMap(new TreeMap<>(capacity));
    traffic = Collections.unmodifiableSortedMap(new TreeMap<>(traffic));
    expectations = List.copyOf(expectations);
  }
}
