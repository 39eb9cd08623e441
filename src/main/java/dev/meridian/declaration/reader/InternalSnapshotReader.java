package dev.meridian.declaration.reader;

import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.output.PrivateOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.declaration.value.HostNameReader;
import dev.meridian.declaration.value.IpAddressReader;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the outputs of a snapshot that only a private zone needs: all of them, or none. */
record InternalSnapshotReader(SnapshotValues values, Site site) {
  /** VPC User Guide, "VPC CIDR blocks": an IPv4 block is between /16 and /28. */
  private static final Pattern BLOCK = Pattern.compile("([0-9.]+)/(?:1[6-9]|2[0-8])");

  /** A table of the public subnets, and one of the private ones. */
  private static final int ROUTE_TABLES = 2;

  /** Whether the snapshot has at least one of the outputs. */
  boolean isWritten() {
    return PrivateOutput.pinned().stream().anyMatch(name -> values.get(name).isPresent());
  }

  Optional<PinnedOutputs.Internal> read() {
    if (!isWritten()) {
      return Optional.empty();
    }
    Optional<String> dnsName =
        values
            .require(PrivateOutput.DNS_NAME.id(), "\"internal-shop-1.eu-west-1.elb.amazonaws.com\"")
            .flatMap(value -> values.checked(value, HostNameReader::read, "a host name"));
    Optional<String> zoneId =
        values
            .require(PrivateOutput.ZONE_ID.id(), "Z32O12XQLNTSW2")
            .flatMap(value -> values.checked(value, ZoneReader::id, "the id of a hosted zone"));
    Optional<String> vpc =
        values
            .require(RegionOutput.VPC_ID.id(), "vpc-0123456789abcdef0")
            .flatMap(value -> values.checked(value, this::vpc, "the id of the region's VPC"));
    Optional<String> block =
        values
            .require(PrivateOutput.VPC_CIDR_BLOCK.id(), "10.0.0.0/16")
            .flatMap(
                value ->
                    values.checked(
                        value, InternalSnapshotReader::block, "the IPv4 block of a VPC"));
    List<String> subnets =
        list(
            PrivateOutput.SUBNET_IDS,
            "subnet",
            new SnapshotValues.Items(
                "the id of a subnet", "subnet", "subnets", site.network().availabilityZones()));
    List<String> tables =
        list(
            PrivateOutput.ROUTE_TABLE_IDS,
            "rtb",
            new SnapshotValues.Items(
                "the id of a route table", "route table", "route tables", routeTables()));
    return dnsName.flatMap(
        dns ->
            zoneId.flatMap(
                zone ->
                    vpc.flatMap(
                        id ->
                            block.map(
                                cidr ->
                                    new PinnedOutputs.Internal(
                                        dns, zone, id, cidr, subnets, tables)))));
  }

  private List<String> list(PrivateOutput output, String prefix, SnapshotValues.Items kind) {
    return values
        .require(output.id(), "[" + prefix + "-0123456789abcdef0]")
        .map(value -> values.list(value, id(prefix), kind))
        .orElse(List.of());
  }

  /** The prefix is followed by 8 hexadecimal digits in older ids, and by 17 in others. */
  private static Function<YamlNode, Optional<String>> id(String prefix) {
    Pattern form = Pattern.compile(prefix + "-[0-9a-f]{8,17}");
    return value -> value.text().filter(text -> form.matcher(text).matches());
  }

  private Optional<String> vpc(YamlNode value) {
    Optional<String> id = id("vpc").apply(value);
    return site.network() instanceof Site.Network.Existing existing
        ? id.filter(existing.vpcId()::equals)
        : id;
  }

  /** Peering adds routes to the tables of networks that the deployment created. */
  private int routeTables() {
    return site.network() instanceof Site.Network.Created ? ROUTE_TABLES : 0;
  }

  private static Optional<String> block(YamlNode value) {
    return value
        .text()
        .filter(
            text -> {
              Matcher form = BLOCK.matcher(text);
              return form.matches() && IpAddressReader.isAddress(form.group(1));
            });
  }
}
