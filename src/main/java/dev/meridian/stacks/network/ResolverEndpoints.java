package dev.meridian.stacks.network;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.route53_resolver_endpoint.Route53ResolverEndpoint;
import com.hashicorp.cdktf.providers.aws.route53_resolver_endpoint.Route53ResolverEndpointIpAddress;
import com.hashicorp.cdktf.providers.aws.route53_resolver_rule.Route53ResolverRule;
import com.hashicorp.cdktf.providers.aws.route53_resolver_rule.Route53ResolverRuleTargetIp;
import com.hashicorp.cdktf.providers.aws.route53_resolver_rule_association.Route53ResolverRuleAssociation;
import com.hashicorp.cdktf.providers.aws.security_group.SecurityGroup;
import com.hashicorp.cdktf.providers.aws.vpc_security_group_egress_rule.VpcSecurityGroupEgressRule;
import com.hashicorp.cdktf.providers.aws.vpc_security_group_ingress_rule.VpcSecurityGroupIngressRule;
import dev.meridian.declaration.VpcResolver;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.name.ResolverRules;
import dev.meridian.stacks.name.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.constructs.Construct;

/**
 * Resolver endpoints of one network, with an address in each private subnet, and the rules of its
 * outbound endpoint. A rule works in its own region only.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html">Resolver
 *     endpoints</a>
 */
public record ResolverEndpoints(Construct stack, RegionNetwork network) {
  private static final String ENDPOINT = "aws_route53_resolver_endpoint";
  private static final String RULE = "aws_route53_resolver_rule";

  /** The direction of an endpoint, seen from the VPC. */
  private enum Direction {
    INBOUND,
    OUTBOUND;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The addresses of the inbound endpoint, for other networks, in this stack's HCL. */
  public static String inboundAddresses(String region) {
    return reference(
        "sort([for address in " + ENDPOINT + "." + region + "_inbound.ip_address : address.ip])");
  }

  /** Other networks ask the VPC's resolver here. */
  public void addInbound() {
    String group = group(Direction.INBOUND);
    for (String protocol : ResolverRules.PROTOCOLS) {
      for (int i = 0; i < ResolverRules.PRIVATE_BLOCKS.size(); i++) {
        String rule = group + "_" + protocol + "_" + (i + 1);
        named(
            rule,
            VpcSecurityGroupIngressRule.Builder.create(
                    stack, "aws_vpc_security_group_ingress_rule." + rule)
                .provider(network.provider())
                .securityGroupId(groupId(group))
                .ipProtocol(protocol)
                .fromPort(ResolverRules.DNS)
                .toPort(ResolverRules.DNS)
                .cidrIpv4(ResolverRules.PRIVATE_BLOCKS.get(i))
                .build());
      }
    }
    endpoint(Direction.INBOUND, group);
  }

  /** The VPC's resolver asks other name servers from here. */
  public void addOutbound(List<VpcResolver.ForwardRule> rules) {
    String group = group(Direction.OUTBOUND);
    for (String protocol : ResolverRules.PROTOCOLS) {
      String rule = group + "_" + protocol;
      named(
          rule,
          VpcSecurityGroupEgressRule.Builder.create(
                  stack, "aws_vpc_security_group_egress_rule." + rule)
              .provider(network.provider())
              .securityGroupId(groupId(group))
              .ipProtocol(protocol)
              .fromPort(ResolverRules.DNS)
              .toPort(ResolverRules.DNS)
              .cidrIpv4(ResolverRules.ANYWHERE)
              .build());
    }
    endpoint(Direction.OUTBOUND, group);
    rules.forEach(rule -> forward(rule, group));
  }

  private String group(Direction direction) {
    String resource = network.code() + "_" + direction.text();
    String name = network.name() + "-resolver-" + direction.text();
    named(
        resource,
        SecurityGroup.Builder.create(stack, "aws_security_group." + resource)
            .provider(network.provider())
            .namePrefix(name + "-")
            .description("Resolver endpoint: DNS only")
            .vpcId(network.vpcId())
            .tags(Map.of("Name", name))
            .lifecycle(TerraformResourceLifecycle.builder().createBeforeDestroy(true).build())
            .build());
    return resource;
  }

  private static String groupId(String resource) {
    return reference("aws_security_group." + resource + ".id");
  }

  /** The protocols and the type of addresses stay at AWS's defaults: DNS over port 53, and IPv4. */
  private void endpoint(Direction direction, String resource) {
    named(
        resource,
        Route53ResolverEndpoint.Builder.create(stack, ENDPOINT + "." + resource)
            .provider(network.provider())
            .name(AwsResourceNames.resolverEndpoint(network.name(), direction.text()))
            .direction(direction.name())
            .securityGroupIds(List.of(groupId(resource)))
            .ipAddress(
                network.subnets().stream()
                    .map(id -> Route53ResolverEndpointIpAddress.builder().subnetId(id).build())
                    .toList())
            .build());
  }

  private void forward(VpcResolver.ForwardRule rule, String endpoint) {
    String domain = rule.domain().text();
    String resource = network.code() + "_" + Spelling.ofDomain(domain).identifier();
    named(
        resource,
        Route53ResolverRule.Builder.create(stack, RULE + "." + resource)
            .provider(network.provider())
            .domainName(literal(domain))
            .ruleType("FORWARD")
            .resolverEndpointId(reference(ENDPOINT + "." + endpoint + ".id"))
            .targetIp(
                rule.nameServers().stream()
                    .map(ip -> Route53ResolverRuleTargetIp.builder().ip(ip).build())
                    .toList())
            .build());
    named(
        resource,
        Route53ResolverRuleAssociation.Builder.create(stack, RULE + "_association." + resource)
            .provider(network.provider())
            .resolverRuleId(reference(RULE + "." + resource + ".id"))
            .vpcId(network.vpcId())
            .build());
  }
}
