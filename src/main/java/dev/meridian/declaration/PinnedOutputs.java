package dev.meridian.declaration;

import dev.meridian.declaration.output.PrivateOutput;
import dev.meridian.declaration.output.RegionOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a region's outputs that replaces its state, so that DNS can be planned while that
 * state cannot be read.
 *
 * @param albDnsName {@link RegionOutput#ALB_DNS_NAME}
 * @param albZoneId {@link RegionOutput#ALB_ZONE_ID}
 * @param albArn {@link RegionOutput#ALB_ARN}, which only accelerators need; null if it is not known
 * @param staticAddresses {@link RegionOutput#STATIC_ADDRESSES}; empty if the region has none
 * @param internal what only a private zone needs; null if it is not known
 */
public record PinnedOutputs(
    String albDnsName,
    String albZoneId,
    @Nullable String albArn,
    List<String> staticAddresses,
    @Nullable Internal internal) {
  public PinnedOutputs {
    staticAddresses = List.copyOf(staticAddresses);
  }

  /** A snapshot for the DNS of a public zone alone. */
  public PinnedOutputs(String albDnsName, String albZoneId, List<String> staticAddresses) {
    this(albDnsName, albZoneId, null, staticAddresses, null);
  }

  /**
   * The outputs for a private zone, its associations, and the stack with the networks around it.
   *
   * @param albDnsName {@link PrivateOutput#DNS_NAME}
   * @param albZoneId {@link PrivateOutput#ZONE_ID}
   * @param vpcId {@link RegionOutput#VPC_ID}
   * @param cidrBlock {@link PrivateOutput#VPC_CIDR_BLOCK}
   * @param subnetIds {@link PrivateOutput#SUBNET_IDS}
   * @param routeTableIds {@link PrivateOutput#ROUTE_TABLE_IDS}; empty for an existing network
   */
  public record Internal(
      String albDnsName,
      String albZoneId,
      String vpcId,
      String cidrBlock,
      List<String> subnetIds,
      List<String> routeTableIds) {
    public Internal {
      subnetIds = List.copyOf(subnetIds);
      routeTableIds = List.copyOf(routeTableIds);
    }

    private static @Nullable Internal of(
        Map<String, String> texts, Map<String, List<String>> lists) {
      String dnsName = texts.get(PrivateOutput.DNS_NAME.id());
      String zoneId = texts.get(PrivateOutput.ZONE_ID.id());
      String vpc = texts.get(RegionOutput.VPC_ID.id());
      String block = texts.get(PrivateOutput.VPC_CIDR_BLOCK.id());
      List<String> subnets = lists.get(PrivateOutput.SUBNET_IDS.id());
      List<String> tables = lists.getOrDefault(PrivateOutput.ROUTE_TABLE_IDS.id(), List.of());
      return dnsName == null || zoneId == null || vpc == null || block == null || subnets == null
          ? null
          : new Internal(dnsName, zoneId, vpc, block, subnets, tables);
    }

    private Map<String, String> texts() {
      Map<String, String> texts = new LinkedHashMap<>();
      texts.put(PrivateOutput.DNS_NAME.id(), albDnsName);
      texts.put(PrivateOutput.ZONE_ID.id(), albZoneId);
      texts.put(RegionOutput.VPC_ID.id(), vpcId);
      texts.put(PrivateOutput.VPC_CIDR_BLOCK.id(), cidrBlock);
      return texts;
    }

    private Map<String, List<String>> lists() {
      Map<String, List<String>> lists = new LinkedHashMap<>();
      lists.put(PrivateOutput.SUBNET_IDS.id(), subnetIds);
      lists.put(PrivateOutput.ROUTE_TABLE_IDS.id(), routeTableIds);
      return lists;
    }
  }

  /** What a private zone needs; empty if the snapshot does not have it. */
  public Optional<Internal> internalOutputs() {
    return Optional.ofNullable(internal);
  }

  /** The same without the load balancer's ARN, which is not needed without accelerators. */
  public PinnedOutputs withoutArn() {
    return new PinnedOutputs(albDnsName, albZoneId, null, staticAddresses, internal);
  }

  /** The same for a region that is not in a private zone. */
  public PinnedOutputs withoutInternal() {
    return new PinnedOutputs(albDnsName, albZoneId, albArn, staticAddresses, null);
  }

  /**
   * A snapshot of the outputs of the region's state, by name; empty if a required output is
   * missing.
   */
  public static Optional<PinnedOutputs> of(
      Map<String, String> texts, Map<String, List<String>> lists) {
    String dnsName = texts.get(RegionOutput.ALB_DNS_NAME.id());
    String zoneId = texts.get(RegionOutput.ALB_ZONE_ID.id());
    List<String> addresses = lists.get(RegionOutput.STATIC_ADDRESSES.id());
    return dnsName == null || zoneId == null
        ? Optional.empty()
        : Optional.of(
            new PinnedOutputs(
                dnsName,
                zoneId,
                texts.get(RegionOutput.ALB_ARN.id()),
                addresses == null ? List.of() : addresses,
                Internal.of(texts, lists)));
  }

  /** The string outputs, by name. */
  public SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(RegionOutput.ALB_DNS_NAME.id(), albDnsName);
    texts.put(RegionOutput.ALB_ZONE_ID.id(), albZoneId);
    if (albArn != null) {
      texts.put(RegionOutput.ALB_ARN.id(), albArn);
    }
    if (internal != null) {
      texts.putAll(internal.texts());
    }
    return texts;
  }

  /** The list outputs, by name. */
  public SortedMap<String, List<String>> lists() {
    SortedMap<String, List<String>> lists = new TreeMap<>();
    lists.put(RegionOutput.STATIC_ADDRESSES.id(), staticAddresses);
    if (internal != null) {
      lists.putAll(internal.lists());
    }
    return lists;
  }

  /** The value of a string output. */
  public String text(String output) {
    return pinned(output, texts());
  }

  /** One element of a list output, counted from 0. */
  public String element(String output, int index) {
    return pinned(output, lists()).get(index);
  }

  private static <T> T pinned(String output, Map<String, T> outputs) {
    T value = outputs.get(output);
    if (value == null) {
      throw new IllegalArgumentException("the output " + output + " is not pinned");
    }
    return value;
  }

  /** The content of the file that {@code pinned} names. */
  public String yaml(String region, String stack) {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        String.format(
            Locale.ROOT,
            """
    # The outputs of %s that %s, written by `./meridian pin %s`.
    # They replace its state if meridian.yaml has
    #   regions: {%s: {pinned: THIS FILE}}
    """,
            stack,
            readers(),
            region,
            region));
    append(yaml, RegionOutput.ALB_DNS_NAME.id(), quoted(albDnsName));
    append(yaml, RegionOutput.ALB_ZONE_ID.id(), quoted(albZoneId));
    if (albArn != null) {
      append(yaml, RegionOutput.ALB_ARN.id(), quoted(albArn));
    }
    append(yaml, RegionOutput.STATIC_ADDRESSES.id(), quoted(staticAddresses));
    if (internal != null) {
      internal.texts().forEach((output, value) -> append(yaml, output, quoted(value)));
      internal.lists().forEach((output, values) -> append(yaml, output, quoted(values)));
    }
    return yaml.toString();
  }

  private String readers() {
    if (internal == null) {
      return albArn == null ? "DNS reads" : "DNS and accelerators read";
    }
    return albArn == null
        ? "the stacks of DNS and of the private network read"
        : "the stacks of DNS, of accelerators, and of the private network read";
  }

  private static void append(StringBuilder yaml, String output, String value) {
    yaml.append(output).append(": ").append(value).append('\n');
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(PinnedOutputs::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
