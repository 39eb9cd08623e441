package dev.meridian.aws;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Reads the Elastic IPs of a region. */
public final class LiveAddresses {
  private LiveAddresses() {}

  /** The addresses that have all of {@code tags}, by their tag {@code Name}. */
  public static SortedMap<String, String> tagged(
      String region, Map<String, String> tags, AwsAccess access) throws AwsReadException {
    Filter[] filters =
        tags.entrySet().stream()
            .map(tag -> Filter.builder().name("tag:" + tag.getKey()).values(tag.getValue()).build())
            .toArray(Filter[]::new);
    SortedMap<String, String> byName = new TreeMap<>();
    try (Ec2Client ec2 = access.ec2(region)) {
      return AwsReadException.reading(
          "the Elastic IPs of " + region,
          () -> {
            ec2.describeAddresses(request -> request.filters(filters))
                .addresses()
                .forEach(address -> byName.put(name(address), address.publicIp()));
            return byName;
          });
    }
  }

  private static String name(Address address) {
    return address.tags().stream()
        .filter(tag -> tag.key().equals("Name"))
        .map(tag -> tag.value())
        .findFirst()
        .orElse(address.allocationId());
  }
}
