package dev.meridian.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A snapshot of a region's outputs that stands in for its state, so that DNS can be planned while
 * that state cannot be read.
 *
 * @param albDnsName the output {@code alb_dns_name}
 * @param albZoneId the output {@code alb_zone_id}
 * @param staticAddresses the output {@code static_addresses}; empty where the region has none
 */
public record PinnedOutputs(String albDnsName, String albZoneId, List<String> staticAddresses) {
  static final String ALB_DNS_NAME = "alb_dns_name";
  static final String ALB_ZONE_ID = "alb_zone_id";
  static final String STATIC_ADDRESSES = "static_addresses";

  public PinnedOutputs {
    staticAddresses = List.copyOf(staticAddresses);
  }

  /** The value of a text output that DNS reads. */
  public String text(String output) {
    return switch (output) {
      case ALB_DNS_NAME -> albDnsName;
      case ALB_ZONE_ID -> albZoneId;
      default -> throw new IllegalArgumentException("no text output " + output + " is pinned");
    };
  }

  /** One element of a list output that DNS reads, counted from 0. */
  public String element(String output, int index) {
    if (!output.equals(STATIC_ADDRESSES)) {
      throw new IllegalArgumentException("no list output " + output + " is pinned");
    }
    return staticAddresses.get(index);
  }

  /** The file that {@code pinned} names. */
  public String yaml(String region, String stack) {
    String addresses =
        staticAddresses.stream().map(PinnedOutputs::quoted).collect(Collectors.joining(", "));
    return """
    # The outputs of %s that DNS reads, written by `./meridian pin %s`.
    # They stand in for its state where meridian.yaml says
    #   regions: {%s: {pinned: THIS FILE}}
    alb_dns_name: %s
    alb_zone_id: %s
    static_addresses: [%s]
    """
        .formatted(stack, region, region, quoted(albDnsName), quoted(albZoneId), addresses);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
