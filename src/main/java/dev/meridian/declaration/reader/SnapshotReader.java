package dev.meridian.declaration.reader;

import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.declaration.value.HostNameReader;
import dev.meridian.declaration.value.IpAddressReader;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a snapshot's outputs. The checks are the same as for values in a declaration: a host name,
 * a zone's ID, addresses. Messages never contain a value, because they end up in logs.
 *
 * @param outputs the snapshot; its own diagnostics are discarded because they quote values
 */
record SnapshotReader(YamlMapping outputs, Site site, Consumer<Diagnostic> diagnostics) {
  static final String WRITE_AGAIN = "write the snapshot again with ./meridian pin REGION";

  private static final Pattern BALANCER =
      Pattern.compile(
          "arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:loadbalancer/app/[^/]+/[^/]+");

  private static final Map<String, String> EXAMPLES =
      Map.of(
          RegionOutput.ALB_DNS_NAME.id(),
          "\"shop-1.eu-west-1.elb.amazonaws.com\"",
          RegionOutput.ALB_ZONE_ID.id(),
          "Z32O12XQLNTSW2",
          RegionOutput.STATIC_ADDRESSES.id(),
          "[]");

  Optional<PinnedOutputs> read() {
    Optional<String> dnsName =
        value(RegionOutput.ALB_DNS_NAME.id())
            .flatMap(value -> checked(value, HostNameReader::read, "a host name"));
    Optional<String> zoneId =
        value(RegionOutput.ALB_ZONE_ID.id())
            .flatMap(value -> checked(value, ZoneReader::id, "the id of a hosted zone"));
    List<String> addresses =
        value(RegionOutput.STATIC_ADDRESSES.id()).map(this::addresses).orElse(List.of());
    String arn =
        outputs
            .get(RegionOutput.ALB_ARN.id())
            .flatMap(value -> checked(value, SnapshotReader::arn, "the ARN of a load balancer"))
            .orElse(null);
    return dnsName.flatMap(dns -> zoneId.map(zone -> new PinnedOutputs(dns, zone, arn, addresses)));
  }

  private Optional<YamlNode> value(String output) {
    Optional<YamlNode> value = outputs.get(output);
    if (value.isEmpty()) {
      report(
          outputs.whole(), output + " is missing", "write " + output + ": " + EXAMPLES.get(output));
    }
    return value;
  }

  /** The text as AWS spells it, not the form that {@code reader} returns. */
  private Optional<String> checked(
      YamlNode value, Function<YamlNode, Optional<String>> reader, String form) {
    YamlNode quiet = new YamlNode(value.tree(), value.path(), diagnostic -> {});
    if (reader.apply(quiet).isEmpty()) {
      report(value, "is not " + form, WRITE_AGAIN);
      return Optional.empty();
    }
    return quiet.text();
  }

  private List<String> addresses(YamlNode list) {
    if (!list.isList()) {
      report(list, "is not a list of addresses", WRITE_AGAIN);
      return List.of();
    }
    List<String> addresses = new ArrayList<>();
    for (YamlNode item : list.items()) {
      Optional<String> address = checked(item, SnapshotReader::ipv4, "an IPv4 address");
      if (address.isPresent() && addresses.contains(address.get())) {
        report(item, "is a duplicate address", WRITE_AGAIN);
      }
      address.ifPresent(addresses::add);
    }
    int needed = site.staticAddresses() ? site.network().availabilityZones() : 0;
    if (list.items().size() < needed) {
      report(
          list,
          "has " + list.items().size() + " of the region's " + needed + " addresses",
          WRITE_AGAIN);
    }
    return addresses;
  }

  private static Optional<String> arn(YamlNode value) {
    return value.text().filter(text -> BALANCER.matcher(text).matches());
  }

  private static Optional<String> ipv4(YamlNode value) {
    return IpAddressReader.read(value).filter(address -> !IpAddressReader.isIpv6(address));
  }

  private void report(YamlNode at, String what, String fix) {
    diagnostics.accept(new Diagnostic(at.at(), at.path().text(), what, fix));
  }
}
