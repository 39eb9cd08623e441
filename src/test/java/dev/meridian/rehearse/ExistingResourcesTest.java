package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.emulator.EmulatorFixtures;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.route53resolver.model.IpAddressRequest;
import software.amazon.awssdk.services.route53resolver.model.ResolverEndpointDirection;
import software.amazon.awssdk.services.route53resolver.model.RuleTypeOption;
import software.amazon.awssdk.services.route53resolver.model.TargetAddress;

/** What a destroy of a private zone can leave in the local AWS. */
@Tag("terraform")
@Timeout(120)
class ExistingResourcesTest {
  private static final Region EUROPE = Region.EU_WEST_1;
  private static final int DNS_PORT = 53;

  @TempDir private Path folder;
  private RunningProcesses processes;
  private LocalAws aws;

  @BeforeEach
  void start() throws Exception {
    processes =
        new RunningProcesses(
            ProcessStarter.system(System.getenv()),
            new RunningProcesses.Patience(Duration.ofSeconds(10), Duration.ofSeconds(1)));
    LocalAwsProgram program = LocalAwsProgram.in(Path.of(""), processes, line -> {});
    aws = LocalAws.start(program, processes, LocalAws.Options.in(folder.resolve("aws")));
  }

  @AfterEach
  void stop() {
    aws.close();
    processes.close();
  }

  @Test
  void whatIsLeftOfAPrivateNetworkIsFoundWhateverItIs() throws Exception {
    SortedSet<String> before = existing();
    assertThat(before).isEmpty();

    leaveAll();

    assertThat(existing().stream().map(one -> one.replaceAll(" [^ ]+$", "")).distinct())
        .containsExactlyInAnyOrder(
            "eu-west-1: VPC",
            "us-east-1: VPC",
            "eu-west-1: VPC peering connection",
            "us-east-1: VPC peering connection",
            "eu-west-1: alarm",
            "eu-west-1: log group",
            "eu-west-1: Resolver endpoint",
            "eu-west-1: Resolver rule",
            "eu-west-1: Resolver rule association",
            "eu-west-1: query log",
            "eu-west-1: query log association",
            "eu-west-1: firewall domain list",
            "eu-west-1: firewall rule group",
            "eu-west-1: firewall rule group association");
  }

  @Test
  void aPeeringConnectionThatEndedIsNotLeftOver() throws Exception {
    String peering = leaveAll();
    try (Ec2Client ec2 = client(Ec2Client.builder())) {
      ec2.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(peering));
    }

    assertThat(existing()).noneMatch(one -> one.contains("peering"));
  }

  /** Creates one of each, and returns the ID of the peering connection. */
  private String leaveAll() {
    EmulatorFixtures fixtures = new EmulatorFixtures(aws.access());
    try (Ec2Client ec2 = client(Ec2Client.builder());
        CloudWatchClient cloudWatch = client(CloudWatchClient.builder());
        CloudWatchLogsClient logs = client(CloudWatchLogsClient.builder());
        Route53ResolverClient resolver = client(Route53ResolverClient.builder())) {
      EmulatorFixtures.Network network = fixtures.network(EUROPE.id(), 2);
      String other = fixtures.network("us-east-1", 0).vpcId();
      cloudWatch.putMetricAlarm(
          request ->
              request
                  .alarmName("shop-internal")
                  .namespace("AWS/ApplicationELB")
                  .metricName("HealthyHostCount")
                  .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                  .statistic(Statistic.MINIMUM)
                  .threshold(1.0)
                  .period(60)
                  .evaluationPeriods(1));
      logs.createLogGroup(request -> request.logGroupName("/meridian/shop"));
      String group =
          ec2.createSecurityGroup(
                  r -> r.vpcId(network.vpcId()).groupName("resolver").description("DNS"))
              .groupId();
      resolve(resolver, network, group);
      log(resolver, network.vpcId());
      block(resolver, network.vpcId());
      return ec2.createVpcPeeringConnection(
              r -> r.vpcId(network.vpcId()).peerVpcId(other).peerRegion("us-east-1"))
          .vpcPeeringConnection()
          .vpcPeeringConnectionId();
    } catch (AwsReadException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void resolve(
      Route53ResolverClient resolver, EmulatorFixtures.Network network, String group) {
    String endpoint =
        resolver
            .createResolverEndpoint(
                request ->
                    request
                        .creatorRequestId("endpoint")
                        .direction(ResolverEndpointDirection.OUTBOUND)
                        .securityGroupIds(group)
                        .ipAddresses(
                            network.subnetIds().stream()
                                .map(id -> IpAddressRequest.builder().subnetId(id).build())
                                .toList()))
            .resolverEndpoint()
            .id();
    String rule =
        resolver
            .createResolverRule(
                request ->
                    request
                        .creatorRequestId("rule")
                        .ruleType(RuleTypeOption.FORWARD)
                        .domainName("corp.example.net")
                        .resolverEndpointId(endpoint)
                        .targetIps(
                            TargetAddress.builder().ip("192.168.10.53").port(DNS_PORT).build()))
            .resolverRule()
            .id();
    resolver.associateResolverRule(r -> r.resolverRuleId(rule).vpcId(network.vpcId()));
  }

  private static void log(Route53ResolverClient resolver, String vpc) {
    String config =
        resolver
            .createResolverQueryLogConfig(
                request ->
                    request
                        .creatorRequestId("log")
                        .name("queries")
                        .destinationArn(
                            "arn:aws:logs:eu-west-1:123456789012:log-group:/meridian/shop"))
            .resolverQueryLogConfig()
            .id();
    resolver.associateResolverQueryLogConfig(
        r -> r.resolverQueryLogConfigId(config).resourceId(vpc));
  }

  private static void block(Route53ResolverClient resolver, String vpc) {
    resolver.createFirewallDomainList(r -> r.creatorRequestId("list").name("blocked"));
    String group =
        resolver
            .createFirewallRuleGroup(r -> r.creatorRequestId("group").name("blocked"))
            .firewallRuleGroup()
            .id();
    resolver.associateFirewallRuleGroup(
        r ->
            r.creatorRequestId("association")
                .firewallRuleGroupId(group)
                .vpcId(vpc)
                .priority(101)
                .name("blocked"));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(aws.endpoint())
        .region(EUROPE)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
        .build();
  }

  private SortedSet<String> existing() throws Exception {
    Deployment declared = ReadDeclaration.good(Path.of("examples/private.yaml"));
    return ExistingResources.of(declared, Compiler.compile(declared).plan(), aws.access());
  }
}
