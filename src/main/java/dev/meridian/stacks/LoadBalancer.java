package dev.meridian.stacks;

import static dev.meridian.stacks.HclText.literal;
import static dev.meridian.stacks.HclText.reference;
import static dev.meridian.stacks.Naming.named;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.lb.Lb;
import com.hashicorp.cdktf.providers.aws.lb_listener.LbListener;
import com.hashicorp.cdktf.providers.aws.lb_listener.LbListenerDefaultAction;
import com.hashicorp.cdktf.providers.aws.lb_listener.LbListenerDefaultActionRedirect;
import com.hashicorp.cdktf.providers.aws.lb_target_group.LbTargetGroup;
import com.hashicorp.cdktf.providers.aws.lb_target_group.LbTargetGroupHealthCheck;
import dev.meridian.config.Site;
import java.util.List;
import java.util.Locale;
import software.constructs.Construct;

/** The Application Load Balancer of a region with its target group and listeners: step 3. */
record LoadBalancer(Construct stack, String name, Site site, Network network) {
  static final String ARN = reference("aws_lb.alb.arn");
  static final String TARGET_GROUP_ARN = reference("aws_lb_target_group.web.arn");

  /** Returns the listeners, which targets that stand before the load balancer wait for. */
  List<ITerraformDependable> build(String securityGroupId) {
    named(
        "alb",
        Lb.Builder.create(stack, "aws_lb.alb")
            .name(SiteNames.loadBalancer(name))
            .loadBalancerType("application")
            .internal(false)
            .ipAddressType(site.ipv6() ? "dualstack" : "ipv4")
            .securityGroups(List.of(securityGroupId))
            .subnets(network.subnetIds())
            .dropInvalidHeaderFields(true)
            .dependsOn(network.internet())
            .build());
    targetGroup();
    return listeners();
  }

  private void targetGroup() {
    Site.TargetCheck check = site.targetCheck();
    named(
        "web",
        LbTargetGroup.Builder.create(stack, "aws_lb_target_group.web")
            .name(SiteNames.targetGroup(name, check.port()))
            .protocol("HTTP")
            .port(check.port())
            .vpcId(network.vpcId())
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

  private List<ITerraformDependable> listeners() {
    return SiteListener.of(site).stream().map(this::listener).toList();
  }

  private ITerraformDependable listener(SiteListener listener) {
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
