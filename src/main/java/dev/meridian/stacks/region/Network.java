package dev.meridian.stacks.region;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.data_aws_vpc.DataAwsVpc;
import com.hashicorp.cdktf.providers.aws.subnet.Subnet;
import com.hashicorp.cdktf.providers.aws.vpc.Vpc;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.Site.Network.Existing;
import dev.meridian.stacks.hcl.HclText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * The network of a region's load balancer.
 *
 * @param vpcReference the VPC's id in this stack's HCL
 * @param subnetReferences the ids of its subnets in this stack's HCL
 * @param internet what must exist before anything in the network gets a public address
 * @param internal the part for clients in VPCs; null if no private zone uses the region
 * @param created the resources; null for an existing network
 */
public record Network(
    String vpcReference,
    List<String> subnetReferences,
    List<ITerraformDependable> internet,
    @Nullable InternalNetwork internal,
    @Nullable Created created) {

  /** The resources of a network that the stack creates. */
  record Created(Vpc vpc, List<Subnet> subnets) {
    Created {
      subnets = List.copyOf(subnets);
    }
  }

  public Network {
    subnetReferences = List.copyOf(subnetReferences);
    internet = List.copyOf(internet);
  }

  /** The VPC's id for any stack. */
  public String vpcId() {
    return created == null ? vpcReference : created.vpc().getId();
  }

  /** The subnets' ids for any stack. */
  public List<String> subnetIds() {
    return created == null
        ? subnetReferences
        : created.subnets().stream().map(Subnet::getId).toList();
  }

  /** The part for clients in VPCs; empty if no private zone uses the region. */
  public Optional<InternalNetwork> forVpcs() {
    return Optional.ofNullable(internal);
  }

  /**
   * Creates the site's network in {@code stack}, or refers to the existing one.
   *
   * @param internal whether a private zone uses the region
   */
  public static Network of(Construct stack, String name, Site site, boolean internal) {
    return site.network()
        .accept(
            new Site.Network.Cases<>() {
              @Override
              public Network created(Site.Network.Created network) {
                return new NetworkBuilder(stack, name, network, site.ipv6(), internal).build();
              }

              @Override
              public Network existing(Existing network) {
                List<String> subnets = network.subnetIds().stream().map(HclText::literal).toList();
                return new Network(
                    literal(network.vpcId()),
                    subnets,
                    List.of(),
                    internal ? existingForVpcs(stack, network, subnets) : null,
                    null);
              }
            });
  }

  /** An internal load balancer has private addresses in any subnet. */
  private static InternalNetwork existingForVpcs(
      Construct stack, Existing network, List<String> subnets) {
    named(
        "existing",
        DataAwsVpc.Builder.create(stack, "data.aws_vpc.existing")
            .id(literal(network.vpcId()))
            .build());
    return new InternalNetwork(subnets, List.of(), reference("data.aws_vpc.existing.cidr_block"));
  }
}
