package dev.meridian.resolve.analysis;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.resolve.Question;
import dev.meridian.resolve.Resolver;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The declared traffic and capacities.
 *
 * @param traffic requests per second by name, distributed among clients like the world's population
 * @param capacity requests per second that each endpoint can carry
 */
public record TrafficModel(Map<DnsName, Double> traffic, Map<String, Double> capacity) {
  public static final TrafficModel NONE = new TrafficModel(Map.of(), Map.of());

  public TrafficModel {
    traffic = Map.copyOf(traffic);
    capacity = Map.copyOf(capacity);
  }

  /**
   * Requests per second. A client that asks for A and AAAA records connects once, so only the A
   * records count.
   */
  public double of(Question question, Resolver resolver) {
    boolean twin =
        question.type() == RecordType.AAAA
            && resolver.questions().contains(new Question(question.name(), RecordType.A));
    return twin ? 0 : traffic.getOrDefault(question.name(), 0.0);
  }

  OptionalDouble capacityOf(String endpoint) {
    Double found = capacity.get(endpoint);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }
}
