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
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.model.Value;
import dev.meridian.stacks.hcl.HclText;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * The VPCs that resolve a private zone. A zone cannot be created without a VPC, so it gets that of
 * the first region, and keeps its ID in a tag. Each of the others has an association of its own. A
 * VPC of another account is authorized first, and then associated with a role of that account.
 *
 * <p>AWS refuses to associate a VPC twice, and the first region can change, so the tag decides
 * which VPC needs no association. See docs/adr/0068.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html">VPCs
 *     of other accounts</a>
 */
record ZoneAssociations(
    Construct stack, Deployment deployment, PrivateZone zone, ValueReferences references) {
  /** The tag of a zone with the ID of the VPC that it was created with. */
  static final String TAG = "CreatedWithVpc";

  /** What the references have to know. */
  static List<Value> values(PrivateZone zone) {
    return zone.regions().stream().map(RegionOutput.VPC_ID::of).toList();
  }

  /** The VPC to create the zone with. */
  Route53ZoneVpc first() {
    String region = zone.regions().get(0);
    return Route53ZoneVpc.builder().vpcId(vpcId(region)).vpcRegion(region).build();
  }

  /** The tags to create the zone with. */
  Map<String, String> tags() {
    return Map.of(HclText.key(TAG), vpcId(zone.regions().get(0)));
  }

  private String vpcId(String region) {
    return references.text(RegionOutput.VPC_ID.of(region));
  }

  /**
   * Adds the associations.
   *
   * @param expression the zone's expression in this stack's HCL
   */
  void add(String expression) {
    for (String code : zone.regions()) {
      associate(code, expression, vpcId(code), code);
    }
    for (PrivateNetwork network : zone.networks().values()) {
      if (network.otherAccount().isPresent()) {
        associateOther(network, reference(expression + ".zone_id"));
      } else {
        associate(resource(network), expression, literal(network.vpcId()), network.region());
      }
    }
  }

  /** Its name can be that of a region. */
  private static String resource(PrivateNetwork network) {
    return "network_" + network.name();
  }

  private void associate(String resource, String expression, String vpcId, String region) {
    String zoneId = reference(expression + ".zone_id");
    Route53ZoneAssociation made = association(resource, zoneId, vpcId, region).build();
    made.addOverride("count", reference(count(expression, vpcId)));
    named(resource, made);
  }

  /** None for the VPC that the zone was created with. Zones of other stacks can lack the tag. */
  private static String count(String expression, String vpcId) {
    String first = "try(" + expression + ".tags." + TAG + ", \"\")";
    return first + " == " + operand(vpcId) + " ? 0 : 1";
  }

  /** A reference without its braces, or a literal in quotes. */
  private static String operand(String text) {
    return text.startsWith("${") ? text.substring(2, text.length() - 1) : '"' + text + '"';
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
