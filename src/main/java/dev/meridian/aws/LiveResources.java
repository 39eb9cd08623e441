package dev.meridian.aws;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53recoverycontrolconfig.Route53RecoveryControlConfigClient;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Lists the resources that exist, of the types that Meridian's stacks create, to find leftovers.
 */
public final class LiveResources {
  private final AwsAccess access;
  private final SortedSet<String> found = new TreeSet<>();

  private LiveResources(AwsAccess access) {
    this.access = access;
  }

  /**
   * All resources, as {@code kind name} or {@code region: kind id}, sorted; without default VPCs.
   *
   * @param accelerators whether to list accelerators too, which not every emulator has
   */
  public static SortedSet<String> in(
      Collection<String> regions, boolean accelerators, AwsAccess access) throws AwsReadException {
    LiveResources resources = new LiveResources(access);
    return AwsReadException.reading(
        "the existing resources",
        () -> {
          resources.route53();
          resources.topics();
          resources.alarms(regions);
          if (accelerators) {
            resources.accelerators();
          }
          regions.forEach(resources::region);
          return resources.found;
        });
  }

  /** The clusters of Application Recovery Controller, and the control panels in them. */
  public static SortedSet<String> ofRecoveryControl(AwsAccess access) throws AwsReadException {
    LiveResources resources = new LiveResources(access);
    return AwsReadException.reading(
        "the existing clusters",
        () -> {
          resources.recoveryControl();
          return resources.found;
        });
  }

  /** VPC Resolver: endpoints, rules, query logs, and DNS Firewall, as {@code region: kind id}. */
  public static SortedSet<String> ofResolver(Collection<String> regions, AwsAccess access)
      throws AwsReadException {
    LiveResources resources = new LiveResources(access);
    return AwsReadException.reading(
        "the existing resources of VPC Resolver",
        () -> {
          regions.forEach(resources::resolver);
          return resources.found;
        });
  }

  /** The log groups of CloudWatch Logs, as {@code region: log group name}. */
  public static SortedSet<String> logGroups(Collection<String> regions, AwsAccess access)
      throws AwsReadException {
    LiveResources resources = new LiveResources(access);
    return AwsReadException.reading(
        "the existing log groups",
        () -> {
          regions.forEach(resources::logs);
          return resources.found;
        });
  }

  private void resolver(String region) {
    try (Route53ResolverClient resolver = access.resolver(region)) {
      resolver
          .listResolverEndpointsPaginator()
          .resolverEndpoints()
          .forEach(one -> add(region, "Resolver endpoint", one.id()));
      resolver
          .listResolverRulesPaginator()
          .resolverRules()
          .forEach(one -> add(region, "Resolver rule", one.id()));
      resolver
          .listResolverRuleAssociationsPaginator()
          .resolverRuleAssociations()
          .forEach(one -> add(region, "Resolver rule association", one.id()));
      resolver
          .listResolverQueryLogConfigsPaginator(request -> {})
          .resolverQueryLogConfigs()
          .forEach(one -> add(region, "query log", one.id()));
      resolver
          .listResolverQueryLogConfigAssociationsPaginator(request -> {})
          .resolverQueryLogConfigAssociations()
          .forEach(one -> add(region, "query log association", one.id()));
      firewall(region, resolver);
    }
  }

  private void firewall(String region, Route53ResolverClient resolver) {
    resolver
        .listFirewallDomainListsPaginator(request -> {})
        .firewallDomainLists()
        .forEach(one -> add(region, "firewall domain list", one.id()));
    resolver
        .listFirewallRuleGroupsPaginator(request -> {})
        .firewallRuleGroups()
        .forEach(one -> add(region, "firewall rule group", one.id()));
    resolver
        .listFirewallRuleGroupAssociationsPaginator(request -> {})
        .firewallRuleGroupAssociations()
        .forEach(one -> add(region, "firewall rule group association", one.id()));
  }

  private void logs(String region) {
    try (CloudWatchLogsClient logs = access.logs(region)) {
      logs.describeLogGroupsPaginator()
          .logGroups()
          .forEach(group -> add(region, "log group", group.logGroupName()));
    }
  }

  private void recoveryControl() {
    try (Route53RecoveryControlConfigClient config = access.recoveryControl()) {
      config
          .listClustersPaginator(request -> {})
          .clusters()
          .forEach(cluster -> found.add("cluster " + cluster.clusterArn()));
      config
          .listControlPanelsPaginator(request -> {})
          .controlPanels()
          .forEach(panel -> found.add("control panel " + panel.controlPanelArn()));
    }
  }

  private void route53() {
    try (Route53Client route53 = access.route53()) {
      route53
          .listHostedZonesPaginator()
          .hostedZones()
          .forEach(zone -> found.add("hosted zone " + zone.name() + " " + zone.id()));
      route53
          .listHealthChecksPaginator()
          .healthChecks()
          .forEach(check -> found.add("health check " + check.id()));
    }
  }

  private void topics() {
    try (SnsClient sns = access.sns()) {
      sns.listTopicsPaginator().topics().forEach(topic -> found.add("topic " + topic.topicArn()));
    }
  }

  /** Route 53's alarms are in the home region, and those of internal load balancers in theirs. */
  private void alarms(Collection<String> regions) {
    SortedSet<String> all = new TreeSet<>(regions);
    all.add(access.home());
    for (String region : all) {
      try (CloudWatchClient cloudWatch = access.at(region).cloudWatch()) {
        cloudWatch
            .describeAlarmsPaginator()
            .metricAlarms()
            .forEach(alarm -> add(region, "alarm", alarm.alarmName()));
      }
    }
  }

  private void accelerators() {
    try (GlobalAcceleratorClient client = access.globalAccelerator()) {
      client
          .listAcceleratorsPaginator()
          .accelerators()
          .forEach(one -> found.add("accelerator " + one.name()));
    }
  }

  private void region(String region) {
    try (Ec2Client ec2 = access.ec2(region)) {
      ec2.describeVpcsPaginator().vpcs().stream()
          .filter(vpc -> !Boolean.TRUE.equals(vpc.isDefault()))
          .forEach(vpc -> add(region, "VPC", vpc.vpcId()));
      ec2.describeVpcPeeringConnectionsPaginator().vpcPeeringConnections().stream()
          .filter(peering -> !LivePeering.hasEnded(peering))
          .forEach(
              peering -> add(region, "VPC peering connection", peering.vpcPeeringConnectionId()));
      ec2.describeAddresses()
          .addresses()
          .forEach(address -> add(region, "Elastic IP", address.publicIp()));
      ec2.describeLaunchTemplatesPaginator()
          .launchTemplates()
          .forEach(template -> add(region, "launch template", template.launchTemplateName()));
    }
    try (ElasticLoadBalancingV2Client balancing = access.loadBalancing(region);
        AutoScalingClient scaling = access.autoScaling(region)) {
      balancing
          .describeLoadBalancersPaginator()
          .loadBalancers()
          .forEach(balancer -> add(region, "load balancer", balancer.loadBalancerName()));
      balancing
          .describeTargetGroupsPaginator()
          .targetGroups()
          .forEach(group -> add(region, "target group", group.targetGroupName()));
      scaling
          .describeAutoScalingGroupsPaginator()
          .autoScalingGroups()
          .forEach(group -> add(region, "Auto Scaling group", group.autoScalingGroupName()));
    }
  }

  private void add(String region, String kind, String name) {
    found.add(region + ": " + kind + " " + name);
  }
}
