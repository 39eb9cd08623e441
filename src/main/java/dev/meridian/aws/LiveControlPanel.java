package dev.meridian.aws;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53recoverycontrolconfig.Route53RecoveryControlConfigClient;
import software.amazon.awssdk.services.route53recoverycontrolconfig.model.AssertionRule;
import software.amazon.awssdk.services.route53recoverycontrolconfig.model.Cluster;
import software.amazon.awssdk.services.route53recoverycontrolconfig.model.ControlPanel;
import software.amazon.awssdk.services.route53recoverycontrolconfig.model.Rule;

/**
 * A control panel of Application Recovery Controller, as the control plane describes it. During an
 * outage of us-west-2, it may not answer; {@link RoutingControlStates} still does.
 *
 * @param endpoints the data plane of its cluster
 * @param controls the ARNs of the routing controls by name
 * @param rules the assertion rules by name
 * @param otherRules the names of other rules
 */
public record LiveControlPanel(
    String arn,
    String clusterArn,
    List<ClusterEndpoint> endpoints,
    SortedMap<String, String> controls,
    SortedMap<String, SafetyRule> rules,
    List<String> otherRules) {

  public LiveControlPanel {
    endpoints = List.copyOf(endpoints);
    controls = Collections.unmodifiableSortedMap(new TreeMap<>(controls));
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    otherRules = List.copyOf(otherRules);
  }

  /**
   * An assertion rule.
   *
   * @param type ATLEAST, AND, or OR
   * @param controls the ARNs of the asserted routing controls, sorted
   */
  public record SafetyRule(
      String arn, String type, int threshold, boolean inverted, List<String> controls) {
    public SafetyRule {
      controls = controls.stream().sorted().toList();
    }

    private static SafetyRule of(AssertionRule rule) {
      return new SafetyRule(
          rule.safetyRuleArn(),
          rule.ruleConfig().typeAsString(),
          rule.ruleConfig().threshold(),
          rule.ruleConfig().inverted(),
          rule.assertedControls());
    }
  }

  /**
   * The panel with a name; empty if there is none.
   *
   * @param cluster the ARN of its cluster; null to find the cluster by {@code clusterName}
   */
  public static Optional<LiveControlPanel> find(
      @Nullable String cluster, String clusterName, String name, AwsAccess access)
      throws AwsReadException {
    try (Route53RecoveryControlConfigClient client = access.recoveryControl()) {
      return AwsReadException.reading(
          "the control panel " + name,
          () ->
              (cluster == null ? cluster(client, clusterName) : Optional.of(cluster))
                  .flatMap(arn -> panel(client, arn, name))
                  .map(panel -> read(client, panel)));
    }
  }

  private static Optional<String> cluster(Route53RecoveryControlConfigClient client, String name) {
    return client.listClustersPaginator(request -> {}).clusters().stream()
        .filter(cluster -> cluster.name().equals(name))
        .map(Cluster::clusterArn)
        .findFirst();
  }

  private static Optional<ControlPanel> panel(
      Route53RecoveryControlConfigClient client, String cluster, String name) {
    return client
        .listControlPanelsPaginator(request -> request.clusterArn(cluster))
        .controlPanels()
        .stream()
        .filter(panel -> panel.name().equals(name))
        .findFirst();
  }

  private static LiveControlPanel read(
      Route53RecoveryControlConfigClient client, ControlPanel panel) {
    String arn = panel.controlPanelArn();
    List<ClusterEndpoint> endpoints =
        client
            .describeCluster(request -> request.clusterArn(panel.clusterArn()))
            .cluster()
            .clusterEndpoints()
            .stream()
            .map(one -> new ClusterEndpoint(one.region(), URI.create(one.endpoint())))
            .toList();
    Map<String, String> controls = new TreeMap<>();
    client
        .listRoutingControlsPaginator(request -> request.controlPanelArn(arn))
        .routingControls()
        .forEach(control -> controls.put(control.name(), control.routingControlArn()));
    Map<String, SafetyRule> rules = new TreeMap<>();
    List<Rule> all =
        client
            .listSafetyRulesPaginator(request -> request.controlPanelArn(arn))
            .safetyRules()
            .stream()
            .toList();
    all.stream()
        .flatMap(rule -> Optional.ofNullable(rule.assertion()).stream())
        .forEach(rule -> rules.put(rule.name(), SafetyRule.of(rule)));
    List<String> others =
        all.stream()
            .flatMap(rule -> Optional.ofNullable(rule.gating()).stream())
            .map(rule -> rule.name())
            .sorted()
            .toList();
    return new LiveControlPanel(
        arn, panel.clusterArn(), endpoints, new TreeMap<>(controls), new TreeMap<>(rules), others);
  }
}
