package dev.meridian.cli;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.route53resolver.model.Action;
import software.amazon.awssdk.services.route53resolver.model.FirewallDomainUpdateOperation;
import software.amazon.awssdk.services.route53resolver.model.FirewallRule;
import software.amazon.awssdk.services.route53resolver.model.ResolverEndpoint;
import software.amazon.awssdk.services.route53resolver.model.ResolverRule;
import software.amazon.awssdk.services.route53resolver.model.TargetAddress;

/** Somebody who changes the network around a private zone by hand, on the local AWS. */
record NetworkDrift(URI endpoint) {
  private static final int DNS = 53;
  private static final IpPermission ANYBODY =
      IpPermission.builder()
          .ipProtocol("tcp")
          .fromPort(DNS)
          .toPort(DNS)
          .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
          .build();

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, String region) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
        .build();
  }

  /** Host names of the accepter resolve to public addresses, and a route is gone. */
  void peering(String accepter) {
    try (Ec2Client ec2 = client(Ec2Client.builder(), accepter)) {
      String id =
          ec2.describeVpcPeeringConnections()
              .vpcPeeringConnections()
              .get(0)
              .vpcPeeringConnectionId();
      ec2.modifyVpcPeeringConnectionOptions(
          request ->
              request
                  .vpcPeeringConnectionId(id)
                  .accepterPeeringConnectionOptions(o -> o.allowDnsResolutionFromRemoteVpc(false)));
      for (RouteTable table : ec2.describeRouteTables().routeTables()) {
        for (Route route : table.routes()) {
          if (id.equals(route.vpcPeeringConnectionId())) {
            ec2.deleteRoute(
                r ->
                    r.routeTableId(table.routeTableId())
                        .destinationCidrBlock(route.destinationCidrBlock()));
            return;
          }
        }
      }
    }
  }

  /** The outbound endpoint lets more in, and its rule asks another name server for no VPC. */
  void outbound(String region) {
    try (Route53ResolverClient resolver = client(Route53ResolverClient.builder(), region);
        Ec2Client ec2 = client(Ec2Client.builder(), region)) {
      ec2.authorizeSecurityGroupIngress(
          r ->
              r.groupId(endpoint(resolver, "-outbound").securityGroupIds().get(0))
                  .ipPermissions(ANYBODY));
      ResolverRule rule = resolver.listResolverRules().resolverRules().get(0);
      resolver.updateResolverRule(
          request ->
              request
                  .resolverRuleId(rule.id())
                  .config(
                      config ->
                          config
                              .resolverEndpointId(rule.resolverEndpointId())
                              .targetIps(
                                  TargetAddress.builder().ip("192.168.99.53").port(DNS).build())));
      resolver
          .listResolverRuleAssociations()
          .resolverRuleAssociations()
          .forEach(
              one ->
                  resolver.disassociateResolverRule(
                      r -> r.resolverRuleId(one.resolverRuleId()).vpcId(one.vpcId())));
    }
  }

  /** The outbound endpoint lets nobody in again. */
  void closeOutbound(String region) {
    try (Route53ResolverClient resolver = client(Route53ResolverClient.builder(), region);
        Ec2Client ec2 = client(Ec2Client.builder(), region)) {
      ec2.revokeSecurityGroupIngress(
          r ->
              r.groupId(endpoint(resolver, "-outbound").securityGroupIds().get(0))
                  .ipPermissions(ANYBODY));
    }
  }

  /** The inbound endpoint is gone. */
  void inbound(String region) {
    try (Route53ResolverClient resolver = client(Route53ResolverClient.builder(), region)) {
      String id = endpoint(resolver, "-inbound").id();
      resolver.deleteResolverEndpoint(request -> request.resolverEndpointId(id));
    }
  }

  private static ResolverEndpoint endpoint(Route53ResolverClient resolver, String end) {
    return resolver.listResolverEndpoints().resolverEndpoints().stream()
        .filter(one -> one.name().endsWith(end))
        .findFirst()
        .orElseThrow();
  }

  /** Nothing logs the queries of the VPC, and CloudWatch keeps what was logged for a week. */
  void queryLog(String region) {
    try (Route53ResolverClient resolver = client(Route53ResolverClient.builder(), region);
        CloudWatchLogsClient logs = client(CloudWatchLogsClient.builder(), region)) {
      resolver
          .listResolverQueryLogConfigAssociations(request -> {})
          .resolverQueryLogConfigAssociations()
          .forEach(
              one ->
                  resolver.disassociateResolverQueryLogConfig(
                      r ->
                          r.resolverQueryLogConfigId(one.resolverQueryLogConfigId())
                              .resourceId(one.resourceId())));
      logs.describeLogGroups()
          .logGroups()
          .forEach(
              group ->
                  logs.putRetentionPolicy(
                      r -> r.logGroupName(group.logGroupName()).retentionInDays(7)));
    }
  }

  /** The rule only alerts, one domain is not blocked, and the VPC does not use the group. */
  void firewall(String region) {
    try (Route53ResolverClient resolver = client(Route53ResolverClient.builder(), region)) {
      String group =
          resolver.listFirewallRuleGroups(request -> {}).firewallRuleGroups().get(0).id();
      FirewallRule rule =
          resolver
              .listFirewallRules(request -> request.firewallRuleGroupId(group))
              .firewallRules()
              .get(0);
      resolver.updateFirewallRule(
          r ->
              r.firewallRuleGroupId(group)
                  .firewallDomainListId(rule.firewallDomainListId())
                  .action(Action.ALERT));
      resolver.updateFirewallDomains(
          r ->
              r.firewallDomainListId(rule.firewallDomainListId())
                  .operation(FirewallDomainUpdateOperation.REPLACE)
                  .domains(List.of("bad.example.net", "worse.example.net")));
      resolver
          .listFirewallRuleGroupAssociations(request -> {})
          .firewallRuleGroupAssociations()
          .forEach(
              one ->
                  resolver.disassociateFirewallRuleGroup(
                      r -> r.firewallRuleGroupAssociationId(one.id())));
    }
  }
}
