package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.AwsAccess;
import dev.meridian.declaration.Deployment;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.StateOutputs;
import dev.meridian.testing.LoopbackServer;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VpcComparisonTest {
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: example.com
      regions: [us-east-1]
      names: {api: {simple: us-east-1}}
      private:
        zone: ZONE
        networks:
          lab: {vpc: vpc-0123456789abcdef1, region: us-east-1}
          partner: {vpc: vpc-0123456789abcdef2, region: us-east-1, role: "arn:aws:iam::222222222222:role/dns"}
        names: {api: {simple: us-east-1}}
      """;
  private static final String OWN = "vpc-0123456789abcdef0";
  private static final String LAB = "vpc-0123456789abcdef1";
  private static final String PARTNER = "vpc-0123456789abcdef2";
  private static final String REMOVED = "vpc-0123456789abcdef9";

  @Test
  void theVpcsOfAllAccountsAreCompared() throws Exception {
    assertThat(differences("example.com", OWN, LAB, PARTNER)).isEmpty();
    assertThat(differences("example.com", OWN, LAB))
        .containsExactly(
            "association with VPC " + PARTNER + ": presence is absent, expected present");
  }

  @Test
  void aVpcThatIsNoLongerDeclaredIsReportedAlsoNextToOtherAccounts() throws Exception {
    assertThat(differences("example.com", REMOVED, OWN, LAB, PARTNER))
        .containsExactly(
            "association with VPC " + REMOVED + ": presence is present, expected absent");
  }

  @Test
  void othersCanAssociateVpcsWithAnExistingZone() throws Exception {
    assertThat(differences("{name: example.com, id: Z0123}", REMOVED, OWN, LAB, PARTNER)).isEmpty();
  }

  private static List<String> differences(String zone, String... vpcs) throws Exception {
    Deployment deployment =
        ReadDeclaration.good(DECLARATION.replace("ZONE", zone)).ofPrivateZone().orElseThrow();
    KnownOutputs outputs =
        KnownOutputs.of(
            Map.of(
                "us-east-1",
                new StateOutputs(new TreeMap<>(Map.of("vpc_id", OWN)), new TreeMap<>())));
    String list =
        Stream.of(vpcs)
            .map(id -> "<VPC><VPCRegion>us-east-1</VPCRegion><VPCId>" + id + "</VPCId></VPC>")
            .collect(Collectors.joining());
    String answer =
        "<GetHostedZoneResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><VPCs>"
            + list
            + "</VPCs></GetHostedZoneResponse>";
    try (LoopbackServer server = new LoopbackServer(r -> LoopbackServer.Response.ok(answer))) {
      return new VpcComparison(deployment, outputs)
          .compare("Z0123", AwsAccess.emulator(server.endpoint())).stream()
              .map(Difference::toString)
              .toList();
    }
  }
}
