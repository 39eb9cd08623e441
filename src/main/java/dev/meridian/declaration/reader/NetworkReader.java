package dev.meridian.declaration.reader;

import dev.meridian.declaration.Site.Network;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a site's {@code network}, new or existing. The keys of the two kinds cannot be mixed. */
final class NetworkReader {
  private static final String CIDR = "10.0.0.0/16";
  private static final int ZONES = 2;

  private NetworkReader() {}

  /**
   * @param assigned the block of a new network without {@code cidr} in a private zone; null for the
   *     usual one
   */
  static Network read(YamlMapping site, @Nullable String assigned) {
    Optional<YamlNode> network = site.get("network");
    if (network.isEmpty() || !isExisting(network.get())) {
      return created(site, assigned);
    }
    return network
        .flatMap(value -> value.mapping(AllowedKeys.NETWORK_EXISTING))
        .flatMap(NetworkReader::existing)
        .orElse(new Network.Created(CIDR, ZONES));
  }

  private static boolean isExisting(YamlNode network) {
    return network.peek("vpc").isPresent() || network.peek("subnets").isPresent();
  }

  private static Network created(YamlMapping site, @Nullable String assigned) {
    Optional<YamlMapping> own =
        site.own("network").flatMap(value -> value.mapping(AllowedKeys.NETWORK_CREATED));
    YamlMapping common =
        site.inherited("network")
            .filter(value -> !isExisting(value))
            .flatMap(value -> value.mapping(AllowedKeys.NETWORK_CREATED))
            .orElseGet(() -> YamlMapping.absent(site.whole(), AllowedKeys.NETWORK_CREATED));
    YamlMapping network = own.map(mapping -> mapping.over(common)).orElse(common);
    String cidr = network.text("cidr", CIDR, Network.Created::checkedCidr);
    int zones =
        network.integer("availability-zones", ZONES, Network.Created::checkAvailabilityZones);
    return assigned == null || network.has("cidr")
        ? new Network.Created(cidr, zones)
        : new Network.Created(assigned, zones, true);
  }

  private static Optional<Network> existing(YamlMapping network) {
    Optional<YamlNode> vpc = network.require("vpc", "vpc-0123456789abcdef0");
    Optional<YamlNode> subnets =
        network.require("subnets", "[subnet-0123456789abcdef0, subnet-0123456789abcdef1]");
    Optional<String> id = vpc.flatMap(YamlNode::text);
    List<String> ids = new ArrayList<>();
    subnets.ifPresent(list -> list.items().forEach(item -> item.text().ifPresent(ids::add)));
    return id.flatMap(
        vpcId ->
            subnets
                .filter(list -> list.isList() && list.items().size() == ids.size())
                .flatMap(list -> make(vpc.get(), vpcId, list, ids)));
  }

  private static Optional<Network> make(
      YamlNode vpc, String vpcId, YamlNode subnets, List<String> ids) {
    Optional<String> known = vpc.checked(vpcId, Network.Existing::checkVpc);
    Optional<List<String>> different = subnets.checked(ids, Network.Existing::checkSubnets);
    return known.flatMap(id -> different.map(list -> new Network.Existing(id, list)));
  }
}
