package dev.meridian.compile;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Countries;
import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.ApiRouting;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Records by the number, for the vectors that only count. */
final class ManyNames {

  private ManyNames() {}

  static List<String> texts(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).toList();
  }

  /** Simple records of one value each, at names of their own. */
  static List<ApiRecordSet> simple(String zone, int count, int valueLength) {
    String type = valueLength == 0 ? "A" : "TXT";
    return records(
        count,
        i -> {
          String value = valueLength == 0 ? "192.0.2.1" : "v".repeat(valueLength);
          return record("r" + i + "." + zone, type, null, ApiRouting.NONE, value);
        });
  }

  /** A group of records of one policy, each with a place or role of its own while there are any. */
  static List<ApiRecordSet> group(String zone, String policy, int count) {
    return records(
        count,
        i -> {
          ApiRouting routing = routing(policy, i);
          String identifier = routing.equals(ApiRouting.NONE) ? null : "r" + i;
          String value = "192.0.2." + (1 + i % 254);
          return record("www." + zone, "A", identifier, routing, value);
        });
  }

  private static List<ApiRecordSet> records(int count, IntFunction<ApiRecordSet> record) {
    List<ApiRecordSet> records = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> records.add(record.apply(i)));
    return records;
  }

  private static ApiRecordSet record(
      String name, String type, String identifier, ApiRouting routing, String value) {
    return new ApiRecordSet(
        name, type, identifier, routing, 60L, List.of(Value.literal(value)), null, null, null);
  }

  private static ApiRouting routing(String policy, int i) {
    return switch (policy) {
      case "simple" -> ApiRouting.NONE;
      case "weighted" -> new ApiRouting(1L, null, null, null, null, null, null, null);
      case "latency" -> new ApiRouting(null, region(i), null, null, null, null, null, null);
      case "failover" -> new ApiRouting(null, null, role(i), null, null, null, null, null);
      case "multivalue", "multi_value_answer" ->
          new ApiRouting(null, null, null, true, null, null, null, null);
      case "geolocation", "geo" ->
          new ApiRouting(null, null, null, null, country(i), null, null, null);
      case "geoproximity", "geo_proximity" ->
          new ApiRouting(null, null, null, null, null, point(i), null, null);
      case "ip_based", "ip-based", "cidr" ->
          new ApiRouting(
              null, null, null, null, null, null, new ApiRouting.Cidr("c1", "location-" + i), null);
      default -> throw new AssertionError("the test does not know the policy " + policy);
    };
  }

  private static String region(int i) {
    return List.copyOf(AwsRegions.codes()).get(i % AwsRegions.codes().size());
  }

  private static String role(int i) {
    return i % 2 == 0 ? "PRIMARY" : "SECONDARY";
  }

  private static ApiRouting.Geo country(int i) {
    List<String> codes = List.copyOf(Countries.codes());
    return new ApiRouting.Geo(null, codes.get(i % codes.size()), null);
  }

  private static ApiRouting.Geoproximity point(int i) {
    return new ApiRouting.Geoproximity(
        null, null, new ApiRouting.Coordinates("1." + (10 + i % 90), "" + i / 90), null);
  }
}
