package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.AwsAccess;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.StateOutputs;
import dev.meridian.testing.LoopbackServer;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network of {@code private.yaml}, in an account that answers what a test says. */
class PrivateNetworkComparisonTest {
  private static final String DENIED =
      "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>";
  private static final String PEERING =
      """
      <DescribeVpcPeeringConnectionsResponse><vpcPeeringConnectionSet><item>
        <vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId>
        <requesterVpcInfo><vpcId>vpc-us-east-1</vpcId>
          <peeringOptions><allowDnsResolutionFromRemoteVpc>true</allowDnsResolutionFromRemoteVpc></peeringOptions>
        </requesterVpcInfo>
        <accepterVpcInfo><vpcId>vpc-eu-west-1</vpcId>
          <peeringOptions><allowDnsResolutionFromRemoteVpc>true</allowDnsResolutionFromRemoteVpc></peeringOptions>
        </accepterVpcInfo>
        <status><code>active</code></status>
      </item></vpcPeeringConnectionSet></DescribeVpcPeeringConnectionsResponse>
      """;
  private static final String ROUTES =
      """
      <DescribeRouteTablesResponse><routeTableSet>
        <item><routeTableId>rtb-1</routeTableId><routeSet>
          <item><destinationCidrBlock>10.0.0.0/16</destinationCidrBlock><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><state>active</state></item>
          <item><destinationCidrBlock>10.25.0.0/16</destinationCidrBlock><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><state>active</state></item>
        </routeSet></item>
        <item><routeTableId>rtb-2</routeTableId><routeSet>
          <item><destinationCidrBlock>10.0.0.0/16</destinationCidrBlock><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><state>active</state></item>
          <item><destinationCidrBlock>10.25.0.0/16</destinationCidrBlock><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId><state>active</state></item>
        </routeSet></item>
      </routeTableSet></DescribeRouteTablesResponse>
      """;
  private static final String BALANCERS =
      "<DescribeLoadBalancersResponse><DescribeLoadBalancersResult><LoadBalancers/>"
          + "</DescribeLoadBalancersResult></DescribeLoadBalancersResponse>";

  private final Deployment deployment = ReadDeclaration.good(Path.of("examples/private.yaml"));
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> answers =
      new TreeMap<>(
          Map.of("DescribeVpcPeeringConnections", PEERING, "DescribeRouteTables", ROUTES));
  private LoopbackServer aws;

  @BeforeEach
  void start() throws IOException {
    aws =
        new LoopbackServer(
            request -> {
              requests.add(request.body());
              return answers.entrySet().stream()
                  .filter(one -> request.body().contains("Action=" + one.getKey() + "&"))
                  .map(one -> LoopbackServer.Response.ok(one.getValue()))
                  .findFirst()
                  .orElse(new LoopbackServer.Response(403, DENIED));
            });
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void partsThatCannotBeReadAreNotComparedAndTheOthersStillAre() {
    PrivateNetworkComparison comparison = comparison(vpcs());

    assertThat(comparison.compare()).isEmpty();
    assertThat(comparison.notCompared())
        .extracting(one -> one.replaceAll(": .*", ""))
        .containsExactly(
            "the Resolver endpoints of us-east-1",
            "the forwarding rules of us-east-1",
            "the query log of us-east-1",
            "the DNS Firewall of us-east-1",
            "the Resolver endpoints of eu-west-1",
            "the forwarding rules of eu-west-1",
            "the query log of eu-west-1",
            "the DNS Firewall of eu-west-1");
    assertThat(comparison.notCompared()).allMatch(one -> one.contains("AWS did not let us read"));
  }

  @Test
  void whereTheVpcIsNotKnownNothingIsClaimed() {
    PrivateNetworkComparison comparison = comparison(Map.of());

    assertThat(comparison.compare()).isEmpty();
    assertThat(comparison.notCompared())
        .hasSize(9)
        .contains(
            "the peering of us-east-1 and eu-west-1: the VPCs of us-east-1 and eu-west-1 are not known");
  }

  @Test
  void aConnectionThatNobodyAcceptedDiffers() {
    answers.put("DescribeVpcPeeringConnections", PEERING.replace("active", "pending-acceptance"));

    assertThat(differences())
        .containsExactly(
            "peering us-east-1 to eu-west-1: status is pending-acceptance, expected active");
  }

  @Test
  void aConnectionThatWasDeletedIsMissing() {
    answers.put("DescribeVpcPeeringConnections", PEERING.replace("active", "deleted"));

    assertThat(differences())
        .containsExactly("peering us-east-1 to eu-west-1: presence is absent, expected present");
  }

  @Test
  void bothSidesResolveNamesAndAllRoutesLeadToTheConnection() {
    answers.put(
        "DescribeVpcPeeringConnections",
        PEERING.replaceFirst(
            "<allowDnsResolutionFromRemoteVpc>true", "<allowDnsResolutionFromRemoteVpc>false"));
    answers.put(
        "DescribeRouteTables",
        ROUTES
            .replaceFirst("<state>active", "<state>blackhole")
            .replaceFirst("10\\.25\\.0\\.0/16", "10.26.0.0/16"));

    assertThat(differences())
        .containsExactly(
            "peering us-east-1 to eu-west-1: DNS resolution of us-east-1 is false, expected true",
            "route from us-east-1 to eu-west-1 in rtb-1: target is absent, expected pcx-1",
            "route from eu-west-1 to us-east-1 in rtb-1: target is pcx-1 blackhole, expected pcx-1");
  }

  @Test
  void statusReadsTheRegionsOnceForBothZones() throws Exception {
    answers.put("DescribeLoadBalancers", BALANCERS);

    List<DeploymentStatus> statuses =
        StatusReader.read(
            DeployedZone.of(deployment, Compiler.compile(deployment).plan()),
            Optional.empty(),
            AwsAccess.emulator(aws.endpoint()),
            Clock.systemUTC(),
            note -> {});

    assertThat(statuses).hasSize(2);
    assertThat(requests)
        .filteredOn(body -> body.contains("Action=DescribeLoadBalancers&"))
        .hasSameSizeAs(deployment.regions().keySet());
  }

  private List<String> differences() {
    return comparison(vpcs()).compare().stream().map(Difference::toString).toList();
  }

  private Map<String, String> vpcs() {
    return Map.of("us-east-1", "vpc-us-east-1", "eu-west-1", "vpc-eu-west-1");
  }

  private PrivateNetworkComparison comparison(Map<String, String> vpcs) {
    Map<String, StateOutputs> outputs = new TreeMap<>();
    vpcs.forEach(
        (region, vpc) ->
            outputs.put(
                region,
                new StateOutputs(new TreeMap<>(Map.of("vpc_id", vpc)), new TreeMap<>(Map.of()))));
    return new PrivateNetworkComparison(
        deployment.ofPrivateZone().orElseThrow(),
        KnownOutputs.of(outputs),
        AwsAccess.emulator(aws.endpoint()));
  }
}
