package dev.meridian.config;

import dev.meridian.config.Site.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a site's {@code network}, made or existing; the two kinds do not mix. */
final class NetworkReader {
  private static final String CIDR = "10.0.0.0/16";
  private static final int ZONES = 2;

  private NetworkReader() {}

  static Network read(Section site) {
    Optional<Located> network = site.get("network");
    if (network.isEmpty() || !isExisting(network.get())) {
      return created(site);
    }
    return network
        .flatMap(value -> value.section(Keys.NETWORK_EXISTING))
        .flatMap(NetworkReader::existing)
        .orElse(new Network.Created(CIDR, ZONES));
  }

  private static boolean isExisting(Located network) {
    return network.peek("vpc").isPresent() || network.peek("subnets").isPresent();
  }

  private static Network created(Section site) {
    Optional<Section> own =
        site.own("network").flatMap(value -> value.section(Keys.NETWORK_CREATED));
    Section common =
        site.inherited("network")
            .filter(value -> !isExisting(value))
            .flatMap(value -> value.section(Keys.NETWORK_CREATED))
            .orElseGet(() -> Section.absent(site.whole(), Keys.NETWORK_CREATED));
    Section network = own.map(section -> section.over(common)).orElse(common);
    Optional<String> cidr =
        network
            .get("cidr")
            .flatMap(
                v -> v.text().flatMap(c -> v.make(() -> new Network.Created(c, ZONES).cidr())));
    int zones = network.integer("availability-zones", ZONES, n -> new Network.Created(CIDR, n));
    return new Network.Created(cidr.orElse(CIDR), zones);
  }

  private static Optional<Network> existing(Section network) {
    Optional<Located> vpc = network.require("vpc", "vpc-0123456789abcdef0");
    Optional<Located> subnets =
        network.require("subnets", "[subnet-0123456789abcdef0, subnet-0123456789abcdef1]");
    Optional<String> id = vpc.flatMap(Located::text);
    List<String> ids = new ArrayList<>();
    subnets.ifPresent(list -> list.items().forEach(item -> item.text().ifPresent(ids::add)));
    return id.flatMap(
        vpcId ->
            subnets
                .filter(list -> list.isList() && list.items().size() == ids.size())
                .flatMap(list -> make(vpc.get(), vpcId, list, ids)));
  }

  private static Optional<Network> make(
      Located vpc, String vpcId, Located subnets, List<String> ids) {
    boolean known =
        vpc.make(
                () ->
                    new Network.Existing(
                        vpcId, List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1")))
            .isPresent();
    Optional<Network> network =
        subnets.make(() -> new Network.Existing("vpc-0123456789abcdef0", ids));
    return network.filter(any -> known).map(any -> new Network.Existing(vpcId, ids));
  }
}
