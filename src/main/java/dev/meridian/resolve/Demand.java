package dev.meridian.resolve;

import dev.meridian.model.DnsName;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What people declare about their traffic.
 *
 * @param traffic requests a second by name, shared among clients as the world's population is
 * @param capacity requests a second that each endpoint can carry
 */
public record Demand(Map<DnsName, Double> traffic, Map<String, Double> capacity) {
  public static final Demand NONE = new Demand(Map.of(), Map.of());

  public Demand {
    traffic = Map.copyOf(traffic);
    capacity = Map.copyOf(capacity);
  }

  double of(Question question) {
    return traffic.getOrDefault(question.name(), 0.0);
  }

  OptionalDouble capacityOf(String endpoint) {
    Double found = capacity.get(endpoint);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }
}
