package dev.meridian.stacks.region;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.lb.Lb;
import com.hashicorp.cdktf.providers.aws.lb_listener.LbListener;
import com.hashicorp.cdktf.providers.aws.lb_listener.LbListenerDefaultAction;
import com.hashicorp.cdktf.providers.aws.lb_listener.LbListenerDefaultActionRedirect;
import com.hashicorp.cdktf.providers.aws.lb_target_group.LbTargetGroup;
import com.hashicorp.cdktf.providers.aws.lb_target_group.LbTargetGroupHealthCheck;
import dev.meridian.declaration.Site;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import software.constructs.Construct;

/** The Application Load Balancer of a region with its target group and listeners. */
public record LoadBalancer(Construct stack, String name, Site site, Network network) {
  public static final String ARN = reference("aws_lb.alb.arn");
  public static final String TARGET_GROUP_ARN = reference("aws_lb_target_group.web.arn");

  /**
   * The resources.
   *
   * @param listeners by port
   */
  public record Built(
      Lb balancer, LbTargetGroup targetGroup, SortedMap<Integer, LbListener> listeners) {
    public Built {
      listeners = Collections.unmodifiableSortedMap(new TreeMap<>(listeners));
    }

    /** What targets, and resources in front of the load balancer, depend on. */
    public List<ITerraformDependable> dependable() {
      return List.copyOf(listeners.values());
    }
  }

  public Built build(String securityGroupId) {
    Lb balancer =
        named(
            "alb",
            Lb.Builder.create(stack, "aws_lb.alb")
                .name(AwsResourceNames.loadBalancer(name))
                .loadBalancerType("application")
                .internal(false)
                .ipAddressType(site.ipv6() ? "dualstack" : "ipv4")
                .securityGroups(List.of(securityGroupId))
                .subnets(network.subnetReferences())
                .dropInvalidHeaderFields(true)
                .dependsOn(network.internet())
                .build());
    LbTargetGroup targetGroup = targetGroup();
    SortedMap<Integer, LbListener> listeners = new TreeMap<>();
    SiteListener.of(site).forEach(one -> listeners.put(one.port(), listener(one)));
    return new Built(balancer, targetGroup, listeners);
  }

  private LbTargetGroup targetGroup() {
    Site.TargetCheck check = site.targetCheck();
    return named(
        "web",
        LbTargetGroup.Builder.create(stack, "aws_lb_target_group.web")
            .name(AwsResourceNames.targetGroup(name, check.port()))
            .protocol("HTTP")
            .port(check.port())
            .vpcId(network.vpcReference())
            .targetType("instance")
            .healthCheck(
                LbTargetGroupHealthCheck.builder()
                    .protocol("HTTP")
                    .path(literal(check.path()))
                    .interval(check.interval())
                    .timeout(check.timeout())
                    .healthyThreshold(check.healthyThreshold())
                    .unhealthyThreshold(check.unhealthyThreshold())
                    .build())
            .lifecycle(TerraformResourceLifecycle.builder().createBeforeDestroy(true).build())
            .build());
  }

  private LbListener listener(SiteListener listener) {
    String resource = listener.protocol().toLowerCase(Locale.ROOT);
    LbListener.Builder builder =
        LbListener.Builder.create(stack, "aws_lb_listener." + resource)
            .loadBalancerArn(ARN)
            .port(listener.port())
            .protocol(listener.protocol())
            .defaultAction(List.of(listener.redirects() ? redirect() : forward()));
    listener
        .certificate()
        .ifPresent(arn -> builder.certificateArn(literal(arn)).sslPolicy(SiteListener.TLS_POLICY));
    return named(resource, builder.build());
  }

  private static LbListenerDefaultAction forward() {
    return LbListenerDefaultAction.builder()
        .type("forward")
        .targetGroupArn(TARGET_GROUP_ARN)
        .build();
  }

  private static LbListenerDefaultAction redirect() {
    return LbListenerDefaultAction.builder()
        .type("redirect")
        .redirect(
            LbListenerDefaultActionRedirect.builder()
                .protocol("HTTPS")
                .port(String.valueOf(SiteListener.HTTPS))
                .statusCode(SiteListener.REDIRECT_STATUS)
                .build())
        .build();
  }
}
