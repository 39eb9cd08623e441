package dev.meridian.stacks.network;

import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.providers.aws.route.Route;
import com.hashicorp.cdktf.providers.aws.vpc_peering_connection.VpcPeeringConnection;
import com.hashicorp.cdktf.providers.aws.vpc_peering_connection_accepter.VpcPeeringConnectionAccepterA;
import com.hashicorp.cdktf.providers.aws.vpc_peering_connection_options.VpcPeeringConnectionOptions;
import com.hashicorp.cdktf.providers.aws.vpc_peering_connection_options.VpcPeeringConnectionOptionsAccepter;
import com.hashicorp.cdktf.providers.aws.vpc_peering_connection_options.VpcPeeringConnectionOptionsRequester;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A peering connection between every two networks, with routes from all subnets of one to the
 * other. Host names of the other network resolve to private addresses.
 */
public record Peering(Construct stack, List<RegionNetwork> networks) {
  private static final List<String> TABLES = List.of("public", "private");
  private static final String CONNECTION = "aws_vpc_peering_connection";
  private static final String ACCEPTER = "aws_vpc_peering_connection_accepter";
  private static final String OPTIONS = "aws_vpc_peering_connection_options";

  public Peering {
    networks = List.copyOf(networks);
  }

  public void add() {
    for (int i = 0; i < networks.size(); i++) {
      for (int j = i + 1; j < networks.size(); j++) {
        connect(networks.get(i), networks.get(j));
      }
    }
  }

  private void connect(RegionNetwork requester, RegionNetwork accepter) {
    String name = requester.code() + "_" + accepter.code();
    Map<String, String> tags =
        Map.of("Name", requester.name() + "-" + requester.code() + "-" + accepter.code());
    named(
        name,
        VpcPeeringConnection.Builder.create(stack, CONNECTION + "." + name)
            .provider(requester.provider())
            .vpcId(requester.vpcId())
            .peerVpcId(accepter.vpcId())
            .peerRegion(accepter.code())
            .tags(tags)
            .build());
    named(
        name,
        VpcPeeringConnectionAccepterA.Builder.create(stack, ACCEPTER + "." + name)
            .provider(accepter.provider())
            .vpcPeeringConnectionId(reference(CONNECTION + "." + name + ".id"))
            .autoAccept(true)
            .tags(tags)
            .build());
    options(name, requester, accepter);
    routes(name, requester, accepter);
    routes(name, accepter, requester);
  }

  /** Options can be set only once the connection is accepted. */
  private static String accepted(String name) {
    return reference(ACCEPTER + "." + name + ".id");
  }

  private void options(String name, RegionNetwork requester, RegionNetwork accepter) {
    String from = name + "_requester";
    named(
        from,
        VpcPeeringConnectionOptions.Builder.create(stack, OPTIONS + "." + from)
            .provider(requester.provider())
            .vpcPeeringConnectionId(accepted(name))
            .requester(
                VpcPeeringConnectionOptionsRequester.builder()
                    .allowRemoteVpcDnsResolution(true)
                    .build())
            .build());
    String to = name + "_accepter";
    named(
        to,
        VpcPeeringConnectionOptions.Builder.create(stack, OPTIONS + "." + to)
            .provider(accepter.provider())
            .vpcPeeringConnectionId(accepted(name))
            .accepter(
                VpcPeeringConnectionOptionsAccepter.builder()
                    .allowRemoteVpcDnsResolution(true)
                    .build())
            .build());
  }

  private void routes(String connection, RegionNetwork from, RegionNetwork to) {
    for (int table = 0; table < from.routeTables().size(); table++) {
      String name = from.code() + "_to_" + to.code() + "_" + TABLES.get(table);
      named(
          name,
          Route.Builder.create(stack, "aws_route." + name)
              .provider(from.provider())
              .routeTableId(from.routeTables().get(table))
              .destinationCidrBlock(to.cidr())
              .vpcPeeringConnectionId(accepted(connection))
              .build());
    }
  }
}
