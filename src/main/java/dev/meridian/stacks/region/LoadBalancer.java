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

/** An Application Load Balancer of a region with its target group and listeners. */
public record LoadBalancer(
    Construct stack, String name, Site site, Network network, Scheme scheme) {

  /** Whose requests it takes. */
  public enum Scheme {
    INTERNET_FACING("alb", "web", ""),
    INTERNAL("internal", "internal", "internal_");

    private final String balancer;
    private final String targetGroup;
    private final String listenerPrefix;

    Scheme(String balancer, String targetGroup, String listenerPrefix) {
      this.balancer = balancer;
      this.targetGroup = targetGroup;
      this.listenerPrefix = listenerPrefix;
    }

    /** An attribute of the load balancer in this stack's HCL. */
    public String balancer(String attribute) {
      return reference("aws_lb." + balancer + "." + attribute);
    }

    /** An attribute of its target group in this stack's HCL. */
    public String targetGroup(String attribute) {
      return reference("aws_lb_target_group." + targetGroup + "." + attribute);
    }
  }

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
            scheme.balancer,
            Lb.Builder.create(stack, "aws_lb." + scheme.balancer)
                .name(
                    isInternal()
                        ? AwsResourceNames.internalLoadBalancer(name)
                        : AwsResourceNames.loadBalancer(name))
                .loadBalancerType("application")
                .internal(isInternal())
                .ipAddressType(site.ipv6() && !isInternal() ? "dualstack" : "ipv4")
                .securityGroups(List.of(securityGroupId))
                .subnets(subnets())
                .dropInvalidHeaderFields(true)
                .dependsOn(isInternal() ? List.of() : network.internet())
                .build());
    LbTargetGroup targetGroup = targetGroup();
    SortedMap<Integer, LbListener> listeners = new TreeMap<>();
    SiteListener.of(site).forEach(one -> listeners.put(one.port(), listener(one)));
    return new Built(balancer, targetGroup, listeners);
  }

  private boolean isInternal() {
    return scheme == Scheme.INTERNAL;
  }

  private List<String> subnets() {
    return isInternal()
        ? network.forVpcs().orElseThrow().subnetReferences()
        : network.subnetReferences();
  }

  private LbTargetGroup targetGroup() {
    Site.TargetCheck check = site.targetCheck();
    return named(
        scheme.targetGroup,
        LbTargetGroup.Builder.create(stack, "aws_lb_target_group." + scheme.targetGroup)
            .name(
                isInternal()
                    ? AwsResourceNames.internalTargetGroup(name, check.port())
                    : AwsResourceNames.targetGroup(name, check.port()))
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
    String resource = scheme.listenerPrefix + listener.protocol().toLowerCase(Locale.ROOT);
    LbListener.Builder builder =
        LbListener.Builder.create(stack, "aws_lb_listener." + resource)
            .loadBalancerArn(scheme.balancer("arn"))
            .port(listener.port())
            .protocol(listener.protocol())
            .defaultAction(List.of(listener.redirects() ? redirect() : forward()));
    listener
        .certificate()
        .ifPresent(arn -> builder.certificateArn(literal(arn)).sslPolicy(SiteListener.TLS_POLICY));
    return named(resource, builder.build());
  }

  private LbListenerDefaultAction forward() {
    return LbListenerDefaultAction.builder()
        .type("forward")
        .targetGroupArn(scheme.targetGroup("arn"))
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
