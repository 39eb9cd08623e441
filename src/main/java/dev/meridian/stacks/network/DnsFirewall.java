package dev.meridian.stacks.network;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.providers.aws.route53_resolver_firewall_domain_list.Route53ResolverFirewallDomainList;
import com.hashicorp.cdktf.providers.aws.route53_resolver_firewall_rule.Route53ResolverFirewallRule;
import com.hashicorp.cdktf.providers.aws.route53_resolver_firewall_rule_group.Route53ResolverFirewallRuleGroup;
import com.hashicorp.cdktf.providers.aws.route53_resolver_firewall_rule_group_association.Route53ResolverFirewallRuleGroupAssociation;
import dev.meridian.declaration.VpcResolver;
import dev.meridian.stacks.hcl.HclText;
import dev.meridian.stacks.name.AwsResourceNames;
import software.constructs.Construct;

/**
 * A rule of Resolver DNS Firewall that answers NXDOMAIN for a list of domains in one network.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html">DNS
 *     Firewall</a>
 */
public record DnsFirewall(Construct stack, RegionNetwork network, VpcResolver.Firewall declared) {
  private static final String TYPE = "aws_route53_resolver_firewall_";

  public void add() {
    String resource = network.code();
    String name = AwsResourceNames.blockedDomains(network.name());
    named(
        resource,
        Route53ResolverFirewallDomainList.Builder.create(stack, TYPE + "domain_list." + resource)
            .provider(network.provider())
            .name(name)
            .domains(declared.block().stream().map(HclText::literal).toList())
            .build());
    named(
        resource,
        Route53ResolverFirewallRuleGroup.Builder.create(stack, TYPE + "rule_group." + resource)
            .provider(network.provider())
            .name(name)
            .build());
    named(
        resource,
        Route53ResolverFirewallRule.Builder.create(stack, TYPE + "rule." + resource)
            .provider(network.provider())
            .name(name)
            .action("BLOCK")
            .blockResponse("NXDOMAIN")
            .priority(AwsResourceNames.FIREWALL_PRIORITY)
            .firewallRuleGroupId(reference(TYPE + "rule_group." + resource + ".id"))
            .firewallDomainListId(reference(TYPE + "domain_list." + resource + ".id"))
            .build());
    named(
        resource,
        Route53ResolverFirewallRuleGroupAssociation.Builder.create(
                stack, TYPE + "rule_group_association." + resource)
            .provider(network.provider())
            .name(literal(name))
            .priority(AwsResourceNames.FIREWALL_PRIORITY)
            .firewallRuleGroupId(reference(TYPE + "rule_group." + resource + ".id"))
            .vpcId(network.vpcId())
            .build());
  }
}
