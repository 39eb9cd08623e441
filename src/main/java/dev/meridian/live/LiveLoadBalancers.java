package dev.meridian.live;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Reads the application and network load balancers of a region. */
public final class LiveLoadBalancers {
  private LiveLoadBalancers() {}

  /**
   * A load balancer.
   *
   * @param zoneId its canonical hosted zone id, for aliases
   * @param type {@code application} or {@code network}
   * @param state such as {@code active} or {@code provisioning}
   */
  public record Balancer(
      String arn,
      String name,
      String dnsName,
      String zoneId,
      String type,
      String state,
      List<Group> groups) {}

  /** A target group and the health of its targets. */
  public record Group(String arn, String name, List<Target> targets) {}

  /**
   * A target.
   *
   * @param state such as {@code healthy}, {@code unhealthy}, {@code initial}
   * @param reason why it is not healthy; empty where it is
   */
  public record Target(String id, int port, String state, String reason) {}

  /** All of {@code region}, sorted by name. */
  public static List<Balancer> in(String region, AwsAccess access) throws LiveFailed {
    try (ElasticLoadBalancingV2Client client = access.loadBalancing(region)) {
      return LiveFailed.reading(
          "the load balancers of " + region,
          () ->
              client.describeLoadBalancersPaginator().loadBalancers().stream()
                  .map(balancer -> balancer(client, balancer))
                  .sorted(java.util.Comparator.comparing(Balancer::name))
                  .toList());
    }
  }

  private static Balancer balancer(ElasticLoadBalancingV2Client client, LoadBalancer balancer) {
    List<Group> groups = new ArrayList<>();
    client
        .describeTargetGroupsPaginator(
            request -> request.loadBalancerArn(balancer.loadBalancerArn()))
        .targetGroups()
        .forEach(group -> groups.add(group(client, group)));
    return new Balancer(
        balancer.loadBalancerArn(),
        balancer.loadBalancerName(),
        balancer.dnsName(),
        balancer.canonicalHostedZoneId(),
        balancer.typeAsString(),
        balancer.state() == null ? "" : balancer.state().codeAsString(),
        groups);
  }

  private static Group group(ElasticLoadBalancingV2Client client, TargetGroup group) {
    List<Target> targets =
        client
            .describeTargetHealth(request -> request.targetGroupArn(group.targetGroupArn()))
            .targetHealthDescriptions()
            .stream()
            .map(
                one ->
                    new Target(
                        one.target().id(),
                        one.target().port() == null ? 0 : one.target().port(),
                        one.targetHealth().stateAsString(),
                        one.targetHealth().reason() == null
                            ? ""
                            : one.targetHealth().reasonAsString()))
            .toList();
    return new Group(group.targetGroupArn(), group.targetGroupName(), targets);
  }
}
