package dev.meridian.declaration;

import dev.meridian.declaration.output.RegionOutput;
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
 */
public record PinnedOutputs(
    String albDnsName, String albZoneId, @Nullable String albArn, List<String> staticAddresses) {
  public PinnedOutputs {
    staticAddresses = List.copyOf(staticAddresses);
  }

  /** A snapshot for DNS alone. */
  public PinnedOutputs(String albDnsName, String albZoneId, List<String> staticAddresses) {
    this(albDnsName, albZoneId, null, staticAddresses);
  }

  /** The same for DNS alone. */
  public PinnedOutputs withoutArn() {
    return new PinnedOutputs(albDnsName, albZoneId, staticAddresses);
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
                addresses == null ? List.of() : addresses));
  }

  /** The string outputs, by name. */
  public SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(RegionOutput.ALB_DNS_NAME.id(), albDnsName);
    texts.put(RegionOutput.ALB_ZONE_ID.id(), albZoneId);
    if (albArn != null) {
      texts.put(RegionOutput.ALB_ARN.id(), albArn);
    }
    return texts;
  }

  /** The list outputs, by name. */
  public SortedMap<String, List<String>> lists() {
    return new TreeMap<>(Map.of(RegionOutput.STATIC_ADDRESSES.id(), staticAddresses));
  }

  /** The value of a string output that DNS reads. */
  public String text(String output) {
    return pinned(output, texts());
  }

  /** One element of a list output that DNS reads, counted from 0. */
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
    String addresses =
        staticAddresses.stream().map(PinnedOutputs::quoted).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        """
    # The outputs of %s that %s, written by `./meridian pin %s`.
    # They replace its state if meridian.yaml has
    #   regions: {%s: {pinned: THIS FILE}}
    %s: %s
    %s: %s
    %s%s: [%s]
    """,
        stack,
        albArn == null ? "DNS reads" : "DNS and accelerators read",
        region,
        region,
        RegionOutput.ALB_DNS_NAME.id(),
        quoted(albDnsName),
        RegionOutput.ALB_ZONE_ID.id(),
        quoted(albZoneId),
        albArn == null ? "" : RegionOutput.ALB_ARN.id() + ": " + quoted(albArn) + "\n",
        RegionOutput.STATIC_ADDRESSES.id(),
        addresses);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
