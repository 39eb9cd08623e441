package dev.meridian.stacks.region;

import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.data_aws_availability_zones.DataAwsAvailabilityZones;
import com.hashicorp.cdktf.providers.aws.data_aws_availability_zones.DataAwsAvailabilityZonesFilter;
import com.hashicorp.cdktf.providers.aws.internet_gateway.InternetGateway;
import com.hashicorp.cdktf.providers.aws.route.Route;
import com.hashicorp.cdktf.providers.aws.route_table.RouteTable;
import com.hashicorp.cdktf.providers.aws.route_table_association.RouteTableAssociation;
import com.hashicorp.cdktf.providers.aws.subnet.Subnet;
import com.hashicorp.cdktf.providers.aws.vpc.Vpc;
import dev.meridian.declaration.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A VPC with one public subnet per availability zone.
 *
 * @param internal whether it also has one private subnet per availability zone
 */
record NetworkBuilder(
    Construct stack, String name, Site.Network.Created network, boolean ipv6, boolean internal) {
  private static final String VPC_ID = reference("aws_vpc.main.id");
  private static final String GATEWAY_ID = reference("aws_internet_gateway.main.id");
  private static final String ROUTE_TABLE_ID = reference("aws_route_table.public.id");
  private static final String PRIVATE_ROUTE_TABLE_ID = reference("aws_route_table.private.id");

  Network build() {
    Vpc vpc = vpc();
    named(
        "main",
        InternetGateway.Builder.create(stack, "aws_internet_gateway.main")
            .vpcId(VPC_ID)
            .tags(Map.of("Name", name))
            .build());
    zones();
    List<ITerraformDependable> routes = routes();
    List<Subnet> subnets = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (int number = 1; number <= network.availabilityZones(); number++) {
      subnets.add(subnet(number));
      references.add(subnetId(number));
    }
    return new Network(
        VPC_ID,
        references,
        routes,
        internal ? privateSubnets() : null,
        new Network.Created(vpc, subnets));
  }

  /** Subnets without a route to the internet. Peering adds routes to the other VPCs. */
  private InternalNetwork privateSubnets() {
    named(
        "private",
        RouteTable.Builder.create(stack, "aws_route_table.private")
            .vpcId(VPC_ID)
            .tags(Map.of("Name", name + "-private"))
            .build());
    List<String> references = new ArrayList<>();
    for (int number = 1; number <= network.availabilityZones(); number++) {
      String resource = "private_" + number;
      Subnet.Builder subnet =
          Subnet.Builder.create(stack, "aws_subnet." + resource)
              .vpcId(VPC_ID)
              .cidrBlock(SubnetCidr.ofPrivate(network.cidr(), number))
              .availabilityZone(zone(number))
              .mapPublicIpOnLaunch(false)
              .tags(Map.of("Name", name + "-private-" + number));
      named(resource, subnet.build());
      associate(resource, PRIVATE_ROUTE_TABLE_ID);
      references.add(reference("aws_subnet." + resource + ".id"));
    }
    return new InternalNetwork(
        references,
        List.of(ROUTE_TABLE_ID, PRIVATE_ROUTE_TABLE_ID),
        reference("aws_vpc.main.cidr_block"));
  }

  private static String zone(int number) {
    return reference("data.aws_availability_zones.available.names[" + (number - 1) + "]");
  }

  private void associate(String subnet, String routeTable) {
    named(
        subnet,
        RouteTableAssociation.Builder.create(stack, "aws_route_table_association." + subnet)
            .subnetId(reference("aws_subnet." + subnet + ".id"))
            .routeTableId(routeTable)
            .build());
  }

  private Vpc vpc() {
    Vpc.Builder vpc =
        Vpc.Builder.create(stack, "aws_vpc.main")
            .cidrBlock(network.cidr())
            .enableDnsSupport(true)
            .enableDnsHostnames(true)
            .tags(Map.of("Name", name));
    if (ipv6) {
      vpc.assignGeneratedIpv6CidrBlock(true);
    }
    return named("main", vpc.build());
  }

  /** Zones that do not require opt-in: this excludes Local Zones and Wavelength Zones. */
  private void zones() {
    named(
        "available",
        DataAwsAvailabilityZones.Builder.create(stack, "data.aws_availability_zones.available")
            .state("available")
            .filter(
                List.of(
                    DataAwsAvailabilityZonesFilter.builder()
                        .name("opt-in-status")
                        .values(List.of("opt-in-not-required"))
                        .build()))
            .build());
  }

  private List<ITerraformDependable> routes() {
    named(
        "public",
        RouteTable.Builder.create(stack, "aws_route_table.public")
            .vpcId(VPC_ID)
            .tags(Map.of("Name", name + "-public"))
            .build());
    List<ITerraformDependable> routes = new ArrayList<>();
    routes.add(
        named("internet", route("aws_route.internet").destinationCidrBlock("0.0.0.0/0").build()));
    if (ipv6) {
      Route.Builder route = route("aws_route.internet_ipv6").destinationIpv6CidrBlock("::/0");
      routes.add(named("internet_ipv6", route.build()));
    }
    return routes;
  }

  private Route.Builder route(String id) {
    return Route.Builder.create(stack, id).routeTableId(ROUTE_TABLE_ID).gatewayId(GATEWAY_ID);
  }

  private static String subnetId(int number) {
    return reference("aws_subnet.public_" + number + ".id");
  }

  private Subnet subnet(int number) {
    String resource = "public_" + number;
    Subnet.Builder subnet =
        Subnet.Builder.create(stack, "aws_subnet." + resource)
            .vpcId(VPC_ID)
            .cidrBlock(SubnetCidr.of(network.cidr(), number))
            .availabilityZone(zone(number))
            .mapPublicIpOnLaunch(true)
            .tags(Map.of("Name", name + "-public-" + number));
    if (ipv6) {
      subnet
          .ipv6CidrBlock(reference("cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, " + number + ")"))
          .assignIpv6AddressOnCreation(true);
    }
    Subnet created = named(resource, subnet.build());
    associate(resource, ROUTE_TABLE_ID);
    return created;
  }
}
