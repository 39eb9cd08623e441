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
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/** The Application Load Balancer of a region with its target group and listeners: step 3. */
record LoadBalancer(Construct stack, String name, Site site, Network network) {
  static final String ARN = reference("aws_lb.alb.arn");
  static final String TARGET_GROUP_ARN = reference("aws_lb_target_group.web.arn");
  static final int HTTP = 80;
  static final int HTTPS = 443;

  /**
   * TLS 1.2 and 1.3 alone.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">Security
   *     policies</a>
   */
  private static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

  /** Returns the listeners, which targets that stand before the load balancer wait for. */
  List<ITerraformDependable> build(String securityGroupId) {
    named(
        "alb",
        Lb.Builder.create(stack, "aws_lb.alb")
            .name(AwsName.of(name, "alb", AwsName.LOAD_BALANCER))
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

  /** The port is in the name: a target group cannot change its port, so another one comes first. */
  private void targetGroup() {
    Site.TargetCheck check = site.targetCheck();
    named(
        "web",
        LbTargetGroup.Builder.create(stack, "aws_lb_target_group.web")
            .name(AwsName.of(name, "web-" + check.port(), AwsName.LOAD_BALANCER))
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
    List<ITerraformDependable> listeners = new ArrayList<>();
    String certificate = site.certificate().orElse(null);
    if (certificate == null) {
      listeners.add(named("http", listener("http", HTTP, "HTTP", forward()).build()));
      return listeners;
    }
    listeners.add(named("http", listener("http", HTTP, "HTTP", redirect()).build()));
    LbListener.Builder https =
        listener("https", HTTPS, "HTTPS", forward())
            .certificateArn(literal(certificate))
            .sslPolicy(TLS_POLICY);
    listeners.add(named("https", https.build()));
    return listeners;
  }

  private LbListener.Builder listener(
      String resource, int port, String protocol, LbListenerDefaultAction action) {
    return LbListener.Builder.create(stack, "aws_lb_listener." + resource)
        .loadBalancerArn(ARN)
        .port(port)
        .protocol(protocol)
        .defaultAction(List.of(action));
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
                .port(String.valueOf(HTTPS))
                .statusCode("HTTP_301")
                .build())
        .build();
  }
}
