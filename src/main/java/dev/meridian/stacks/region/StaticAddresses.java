package dev.meridian.stacks.region;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.eip.Eip;
import com.hashicorp.cdktf.providers.aws.lb.Lb;
import com.hashicorp.cdktf.providers.aws.lb.LbSubnetMapping;
import com.hashicorp.cdktf.providers.aws.lb_listener.LbListener;
import com.hashicorp.cdktf.providers.aws.lb_listener.LbListenerDefaultAction;
import com.hashicorp.cdktf.providers.aws.lb_target_group.LbTargetGroup;
import com.hashicorp.cdktf.providers.aws.lb_target_group.LbTargetGroupHealthCheck;
import com.hashicorp.cdktf.providers.aws.lb_target_group_attachment.LbTargetGroupAttachment;
import dev.meridian.declaration.Site;
import dev.meridian.stacks.name.AwsName;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A Network Load Balancer with one Elastic IP per subnet, in front of the Application Load
 * Balancer, whose own addresses change.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html">Use
 *     an Application Load Balancer as a target</a>
 */
public record StaticAddresses(Construct stack, String name, Site site, Network network) {
  private static final String ARN = reference("aws_lb.static.arn");

  /**
   * The resources.
   *
   * @param addressReferences the addresses in this stack's HCL
   */
  public record Built(Lb balancer, List<Eip> addresses, List<String> addressReferences) {
    public Built {
      addresses = List.copyOf(addresses);
      addressReferences = List.copyOf(addressReferences);
    }
  }

  public Built build(List<ITerraformDependable> albListeners) {
    List<Eip> addresses = new ArrayList<>();
    List<String> references = new ArrayList<>();
    List<LbSubnetMapping> mappings = new ArrayList<>();
    for (String subnetId : network.subnetReferences()) {
      String resource = "static_" + (addresses.size() + 1);
      addresses.add(address(resource, addresses.size() + 1));
      references.add(reference("aws_eip." + resource + ".public_ip"));
      mappings.add(
          LbSubnetMapping.builder()
              .subnetId(subnetId)
              .allocationId(reference("aws_eip." + resource + ".allocation_id"))
              .build());
    }
    Lb balancer = balancer(mappings);
    forward("static_http", SiteListener.HTTP, "HTTP", albListeners);
    if (site.certificate().isPresent()) {
      forward("static_https", SiteListener.HTTPS, "HTTPS", albListeners);
    }
    return new Built(balancer, addresses, references);
  }

  private Eip address(String resource, int number) {
    return named(
        resource,
        Eip.Builder.create(stack, "aws_eip." + resource)
            .domain("vpc")
            .tags(Map.of("Name", name + "-static-" + number))
            .dependsOn(network.internet())
            .build());
  }

  private Lb balancer(List<LbSubnetMapping> mappings) {
    return named(
        "static",
        Lb.Builder.create(stack, "aws_lb.static")
            .name(AwsResourceNames.staticLoadBalancer(name))
            .loadBalancerType("network")
            .internal(false)
            .ipAddressType("ipv4")
            .subnetMapping(mappings)
            .dependsOn(network.internet())
            .build());
  }

  private void forward(
      String resource, int port, String checkProtocol, List<ITerraformDependable> albListeners) {
    String targetGroupArn = reference("aws_lb_target_group." + resource + ".arn");
    targetGroup(resource, port, checkProtocol);
    named(
        resource,
        LbTargetGroupAttachment.Builder.create(stack, "aws_lb_target_group_attachment." + resource)
            .targetGroupArn(targetGroupArn)
            .targetId(LoadBalancer.Scheme.INTERNET_FACING.balancer("arn"))
            .port(port)
            .dependsOn(albListeners)
            .build());
    named(
        resource,
        LbListener.Builder.create(stack, "aws_lb_listener." + resource)
            .loadBalancerArn(ARN)
            .port(port)
            .protocol("TCP")
            .defaultAction(
                List.of(
                    LbListenerDefaultAction.builder()
                        .type("forward")
                        .targetGroupArn(targetGroupArn)
                        .build()))
            .build());
  }

  private void targetGroup(String resource, int port, String checkProtocol) {
    named(
        resource,
        LbTargetGroup.Builder.create(stack, "aws_lb_target_group." + resource)
            .name(AwsName.of(name, "nlb-" + port, AwsName.LOAD_BALANCER))
            .protocol("TCP")
            .port(port)
            .vpcId(network.vpcReference())
            .targetType("alb")
            .healthCheck(
                LbTargetGroupHealthCheck.builder()
                    .protocol(checkProtocol)
                    .path(literal(site.targetCheck().path()))
                    .matcher("200-399")
                    .build())
            .lifecycle(TerraformResourceLifecycle.builder().createBeforeDestroy(true).build())
            .build());
  }
}
