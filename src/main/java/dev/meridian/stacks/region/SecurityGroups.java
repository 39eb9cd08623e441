package dev.meridian.stacks.region;

import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.security_group.SecurityGroup;
import com.hashicorp.cdktf.providers.aws.vpc_security_group_egress_rule.VpcSecurityGroupEgressRule;
import com.hashicorp.cdktf.providers.aws.vpc_security_group_ingress_rule.VpcSecurityGroupIngressRule;
import java.util.Map;
import software.constructs.Construct;

/**
 * Security groups whose rules are separate resources, so that a change of one rule does not briefly
 * remove the others.
 */
public record SecurityGroups(Construct stack, String name, String vpcId) {
  private static final String TCP = "tcp";
  private static final String ALL = "-1";

  /** The id of the group {@code resource}, in this stack's HCL. */
  public static String id(String resource) {
    return reference("aws_security_group." + resource + ".id");
  }

  /** A group with the name {@code resource} in Terraform. */
  public SecurityGroup group(String resource, String description) {
    return named(
        resource,
        SecurityGroup.Builder.create(stack, "aws_security_group." + resource)
            .namePrefix(name + "-" + resource + "-")
            .description(description)
            .vpcId(vpcId)
            .tags(Map.of("Name", name + "-" + resource))
            // With a name prefix and this order, Terraform can replace a group that others refer
            // to.
            .lifecycle(TerraformResourceLifecycle.builder().createBeforeDestroy(true).build())
            .build());
  }

  /** Allows everybody to reach {@code port}. */
  public void openToAll(String groupId, String rule, int port, boolean ipv6) {
    named(rule, ingress(groupId, rule, port).cidrIpv4("0.0.0.0/0").build());
    if (ipv6) {
      named(rule + "_ipv6", ingress(groupId, rule + "_ipv6", port).cidrIpv6("::/0").build());
    }
  }

  /** Allows the addresses of {@code cidr} to reach {@code port}. */
  public void openTo(String groupId, String rule, int port, String cidr) {
    named(rule, ingress(groupId, rule, port).cidrIpv4(cidr).build());
  }

  /** Allows the members of {@code sourceId} to reach {@code port}. */
  public void openToGroup(String groupId, String rule, int port, String sourceId) {
    named(rule, ingress(groupId, rule, port).referencedSecurityGroupId(sourceId).build());
  }

  /** Allows the members of the group to reach {@code port} of the members of {@code targetId}. */
  public void reachGroup(String groupId, String rule, int port, String targetId) {
    named(
        rule,
        egress(groupId, rule)
            .ipProtocol(TCP)
            .fromPort(port)
            .toPort(port)
            .referencedSecurityGroupId(targetId)
            .build());
  }

  /** Allows the members of the group to reach everything. */
  public void reachAll(String groupId, String rule, boolean ipv6) {
    named(rule, egress(groupId, rule).ipProtocol(ALL).cidrIpv4("0.0.0.0/0").build());
    if (ipv6) {
      String twin = rule + "_ipv6";
      named(twin, egress(groupId, twin).ipProtocol(ALL).cidrIpv6("::/0").build());
    }
  }

  private VpcSecurityGroupIngressRule.Builder ingress(String groupId, String rule, int port) {
    return VpcSecurityGroupIngressRule.Builder.create(
            stack, "aws_vpc_security_group_ingress_rule." + rule)
        .securityGroupId(groupId)
        .ipProtocol(TCP)
        .fromPort(port)
        .toPort(port);
  }

  private VpcSecurityGroupEgressRule.Builder egress(String groupId, String rule) {
    return VpcSecurityGroupEgressRule.Builder.create(
            stack, "aws_vpc_security_group_egress_rule." + rule)
        .securityGroupId(groupId);
  }
}
