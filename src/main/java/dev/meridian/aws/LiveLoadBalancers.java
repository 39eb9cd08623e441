package dev.meridian.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
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
   * @param scheme {@code internet-facing} or {@code internal}; empty if an emulator does not return
   *     it
   * @param addresses {@code ipv4} or {@code dualstack}
   * @param vpc the ID of its VPC; empty if an emulator does not return it
   */
  public record Balancer(
      String arn,
      String name,
      String dnsName,
      String zoneId,
      String type,
      String state,
      String scheme,
      String addresses,
      String vpc,
      List<String> securityGroups) {}

  /**
   * What is behind a load balancer.
   *
   * @param listeners the fields of each listener, such as {@code protocol}, by port; {@code rules}
   *     is the number of rules in addition to the default action
   */
  public record Behind(
      SortedMap<Integer, SortedMap<String, String>> listeners, List<Group> groups) {}

  /**
   * A target group and the health of its targets.
   *
   * @param fields how it reaches and checks its targets, by field such as {@code check path}
   */
  public record Group(
      String arn, String name, SortedMap<String, String> fields, List<Target> targets) {}

  /**
   * A target.
   *
   * @param state such as {@code healthy}, {@code unhealthy}, {@code initial}
   * @param reason why it is not healthy; empty if it is
   */
  public record Target(String id, int port, String state, String reason) {}

  /** All load balancers of {@code region}, sorted by name. */
  public static List<Balancer> in(String region, AwsAccess access) throws AwsReadException {
    try (ElasticLoadBalancingV2Client client = access.loadBalancing(region)) {
      return AwsReadException.reading(
          "the load balancers of " + region,
          () ->
              client.describeLoadBalancersPaginator().loadBalancers().stream()
                  .map(LiveLoadBalancers::balancer)
                  .sorted(Comparator.comparing(Balancer::name))
                  .toList());
    }
  }

  private static Balancer balancer(LoadBalancer balancer) {
    return new Balancer(
        balancer.loadBalancerArn(),
        balancer.loadBalancerName(),
        balancer.dnsName(),
        balancer.canonicalHostedZoneId(),
        balancer.typeAsString(),
        balancer.state() == null ? "" : balancer.state().codeAsString(),
        balancer.scheme() == null ? "" : balancer.schemeAsString(),
        balancer.ipAddressType() == null ? "" : balancer.ipAddressTypeAsString(),
        balancer.vpcId() == null ? "" : balancer.vpcId(),
        List.copyOf(balancer.securityGroups()));
  }

  /** The listeners and target groups of the load balancer {@code arn}. */
  public static Behind behind(String arn, String region, AwsAccess access) throws AwsReadException {
    try (ElasticLoadBalancingV2Client client = access.loadBalancing(region)) {
      return AwsReadException.reading(
          "the listeners of a load balancer of " + region, () -> behind(client, arn));
    }
  }

  private static Behind behind(ElasticLoadBalancingV2Client client, String arn) {
    List<Group> groups = new ArrayList<>();
    client
        .describeTargetGroupsPaginator(request -> request.loadBalancerArn(arn))
        .targetGroups()
        .forEach(group -> groups.add(group(client, group)));
    SortedMap<Integer, SortedMap<String, String>> listeners = new TreeMap<>();
    client
        .describeListenersPaginator(request -> request.loadBalancerArn(arn))
        .listeners()
        .forEach(
            listener -> {
              TextFields fields = fields(listener, groups);
              if (isApplication(listener)) {
                fields.with("rules", rules(client, listener));
              }
              listeners.put(listener.port(), fields.map());
            });
    return new Behind(listeners, groups);
  }

  /** Network Load Balancers have no rules. */
  private static boolean isApplication(Listener listener) {
    return listener.protocolAsString().startsWith("HTTP");
  }

  private static long rules(ElasticLoadBalancingV2Client client, Listener listener) {
    return client
        .describeRulesPaginator(request -> request.listenerArn(listener.listenerArn()))
        .rules()
        .stream()
        .filter(rule -> !Boolean.TRUE.equals(rule.isDefault()))
        .count();
  }

  private static TextFields fields(Listener listener, List<Group> groups) {
    List<String> actions =
        listener.defaultActions().stream().map(action -> action(action, groups)).toList();
    TextFields fields =
        new TextFields()
            .with("protocol", listener.protocolAsString())
            .with("TLS policy", listener.sslPolicy())
            .with("action", String.join(", ", actions));
    listener.certificates().forEach(one -> fields.with("certificate", one.certificateArn()));
    return fields;
  }

  private static String action(Action action, List<Group> groups) {
    if (action.redirectConfig() != null) {
      return String.format(
          Locale.ROOT,
          "redirect to %s:%s with %s",
          action.redirectConfig().protocol(),
          action.redirectConfig().port(),
          action.redirectConfig().statusCodeAsString());
    }
    return action.typeAsString()
        + groups.stream()
            .filter(group -> group.arn().equals(action.targetGroupArn()))
            .map(group -> " to " + group.name())
            .findFirst()
            .orElse("");
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
    return new Group(group.targetGroupArn(), group.targetGroupName(), fields(group), targets);
  }

  private static SortedMap<String, String> fields(TargetGroup group) {
    return new TextFields()
        .with("protocol", group.protocolAsString())
        .with("port", group.port())
        .with("check protocol", group.healthCheckProtocolAsString())
        .with("check port", group.healthCheckPort())
        .with("check path", group.healthCheckPath())
        .with("check matcher", group.matcher() == null ? null : group.matcher().httpCode())
        .with("check interval", group.healthCheckIntervalSeconds())
        .with("check timeout", group.healthCheckTimeoutSeconds())
        .with("healthy threshold", group.healthyThresholdCount())
        .with("unhealthy threshold", group.unhealthyThresholdCount())
        .map();
  }
}
