package dev.meridian.stacks;

import static dev.meridian.stacks.HclText.literal;

import com.hashicorp.cdktf.ITerraformDependable;
import dev.meridian.config.Site;
import dev.meridian.config.Site.Network.Created;
import dev.meridian.config.Site.Network.Existing;
import java.util.List;
import software.constructs.Construct;

/**
 * The network a region's load balancer stands in, by references.
 *
 * @param internet what must exist before anything in the network gets a public address
 */
record Network(String vpcId, List<String> subnetIds, List<ITerraformDependable> internet) {

  Network {
    subnetIds = List.copyOf(subnetIds);
    internet = List.copyOf(internet);
  }

  /** Creates the site's network in {@code stack}, or points at the one that exists. */
  static Network of(Construct stack, String name, Site site) {
    return site.network()
        .accept(
            new Site.Network.Cases<>() {
              @Override
              public Network created(Created network) {
                return new NetworkBuilder(stack, name, network, site.ipv6()).build();
              }

              @Override
              public Network existing(Existing network) {
                List<String> subnets = network.subnetIds().stream().map(HclText::literal).toList();
                return new Network(literal(network.vpcId()), subnets, List.of());
              }
            });
  }
}
