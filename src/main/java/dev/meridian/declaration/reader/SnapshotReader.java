package dev.meridian.declaration.reader;

import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.declaration.value.HostNameReader;
import dev.meridian.declaration.value.IpAddressReader;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads a snapshot's outputs. The checks are the same as for values in a declaration: a host name,
 * a zone's ID, addresses.
 */
final class SnapshotReader {
  static final String WRITE_AGAIN = SnapshotValues.WRITE_AGAIN;

  private static final Pattern BALANCER =
      Pattern.compile(
          "arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:loadbalancer/app/[^/]+/[^/]+");

  private final SnapshotValues values;
  private final Site site;

  /**
   * @param outputs the snapshot; its own diagnostics are discarded because they quote values
   */
  SnapshotReader(YamlMapping outputs, Site site, Consumer<Diagnostic> diagnostics) {
    this.values = new SnapshotValues(outputs, diagnostics);
    this.site = site;
  }

  Optional<PinnedOutputs> read() {
    Optional<String> dnsName =
        values
            .require(RegionOutput.ALB_DNS_NAME.id(), "\"shop-1.eu-west-1.elb.amazonaws.com\"")
            .flatMap(value -> values.checked(value, HostNameReader::read, "a host name"));
    Optional<String> zoneId =
        values
            .require(RegionOutput.ALB_ZONE_ID.id(), "Z32O12XQLNTSW2")
            .flatMap(value -> values.checked(value, ZoneReader::id, "the id of a hosted zone"));
    List<String> addresses =
        values
            .require(RegionOutput.STATIC_ADDRESSES.id(), "[]")
            .map(this::addresses)
            .orElse(List.of());
    String arn =
        values
            .get(RegionOutput.ALB_ARN.id())
            .flatMap(
                value -> values.checked(value, SnapshotReader::arn, "the ARN of a load balancer"))
            .orElse(null);
    PinnedOutputs.Internal internal = new InternalSnapshotReader(values, site).read().orElse(null);
    return dnsName.flatMap(
        dns -> zoneId.map(zone -> new PinnedOutputs(dns, zone, arn, addresses, internal)));
  }

  private List<String> addresses(YamlNode list) {
    int needed = site.staticAddresses() ? site.network().availabilityZones() : 0;
    return values.list(
        list,
        SnapshotReader::ipv4,
        new SnapshotValues.Items("an IPv4 address", "address", "addresses", needed));
  }

  private static Optional<String> arn(YamlNode value) {
    return value.text().filter(text -> BALANCER.matcher(text).matches());
  }

  private static Optional<String> ipv4(YamlNode value) {
    return IpAddressReader.read(value).filter(address -> !IpAddressReader.isIpv6(address));
  }
}
