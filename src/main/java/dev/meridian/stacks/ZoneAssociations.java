package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.route53_vpc_association_authorization.Route53VpcAssociationAuthorization;
import com.hashicorp.cdktf.providers.aws.route53_zone.Route53ZoneVpc;
import com.hashicorp.cdktf.providers.aws.route53_zone_association.Route53ZoneAssociation;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateNetwork;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * The VPCs that resolve a private zone. A zone that the stack creates names those of its account,
 * because it cannot exist without one. Each of the others has an association of its own. A VPC of
 * another account is authorized first, and then associated with a role of that account.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html">VPCs
 *     of other accounts</a>
 */
record ZoneAssociations(
    Construct stack, Deployment deployment, PrivateZone zone, ValueReferences references) {

  /** What the references have to know. */
  static List<Value> values(PrivateZone zone) {
    return zone.regions().stream().map(RegionOutput.VPC_ID::of).toList();
  }

  /** The VPCs of the account, to create the zone with. */
  List<Route53ZoneVpc> ofAccount() {
    List<Route53ZoneVpc> vpcs = new ArrayList<>();
    for (String region : zone.regions()) {
      vpcs.add(vpc(vpcId(region), region));
    }
    zone.networks().values().stream()
        .filter(network -> network.otherAccount().isEmpty())
        .forEach(network -> vpcs.add(vpc(literal(network.vpcId()), network.region())));
    return vpcs;
  }

  private String vpcId(String region) {
    return references.text(RegionOutput.VPC_ID.of(region));
  }

  private static Route53ZoneVpc vpc(String id, String region) {
    return Route53ZoneVpc.builder().vpcId(id).vpcRegion(region).build();
  }

  /** Whether other accounts associate VPCs, which the zone must not remove. */
  boolean haveOtherAccounts() {
    return zone.networks().values().stream().anyMatch(one -> one.otherAccount().isPresent());
  }

  /**
   * Adds the associations that are resources of their own.
   *
   * @param zoneId the zone's ID in this stack's HCL
   */
  void add(String zoneId) {
    if (!(zone.zone().adoption() instanceof Adoption.Created)) {
      zone.regions().forEach(code -> associate(code, zoneId, vpcId(code), code));
      zone.networks().values().stream()
          .filter(network -> network.otherAccount().isEmpty())
          .forEach(
              network ->
                  associate(resource(network), zoneId, literal(network.vpcId()), network.region()));
    }
    zone.networks().values().stream()
        .filter(network -> network.otherAccount().isPresent())
        .forEach(network -> associateOther(network, zoneId));
  }

  /** Its name can be that of a region. */
  private static String resource(PrivateNetwork network) {
    return "network_" + network.name();
  }

  private void associate(String resource, String zoneId, String vpcId, String region) {
    named(resource, association(resource, zoneId, vpcId, region).build());
  }

  private Route53ZoneAssociation.Builder association(
      String resource, String zoneId, String vpcId, String region) {
    return Route53ZoneAssociation.Builder.create(stack, "aws_route53_zone_association." + resource)
        .zoneId(zoneId)
        .vpcId(vpcId)
        .vpcRegion(region);
  }

  private void associateOther(PrivateNetwork network, String zoneId) {
    String resource = resource(network);
    String type = "aws_route53_vpc_association_authorization";
    named(
        resource,
        Route53VpcAssociationAuthorization.Builder.create(stack, type + "." + resource)
            .zoneId(zoneId)
            .vpcId(literal(network.vpcId()))
            .vpcRegion(network.region())
            .build());
    AwsProvider theirs =
        AwsSettings.addAlias(
            stack,
            resource,
            network.region(),
            Tags.of(deployment, Tags.global(deployment)),
            network.otherAccount().orElseThrow());
    String authorization = type + "." + resource;
    named(
        resource,
        association(
                resource,
                reference(authorization + ".zone_id"),
                reference(authorization + ".vpc_id"),
                network.region())
            .provider(theirs)
            .build());
  }
}
