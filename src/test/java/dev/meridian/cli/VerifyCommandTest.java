package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify} does not compare by design, and what it could not read. */
class VerifyCommandTest {
  private static final String ZONES =
      "<ListHostedZonesResponse><HostedZones><HostedZone><Id>/hostedzone/Z1</Id>"
          + "<Name>example.com.</Name><CallerReference>x</CallerReference></HostedZone></HostedZones>"
          + "<IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListHostedZonesResponse>";
  private static final String CHECKS =
      "<ListHealthChecksResponse><HealthChecks/><IsTruncated>false</IsTruncated>"
          + "<MaxItems>100</MaxItems></ListHealthChecksResponse>";
  private static final String CNAME =
      records(
          "<Name>www.example.com.</Name><Type>CNAME</Type><TTL>60</TTL><ResourceRecords>"
              + "<ResourceRecord><Value>lb.elsewhere.net</Value></ResourceRecord></ResourceRecords>");
  private static final String ALIAS =
      records(
          "<Name>www.example.com.</Name><Type>A</Type><AliasTarget>"
              + "<HostedZoneId>Z32O12XQLNTSW2</HostedZoneId>"
              + "<DNSName>lb-1.eu-west-1.elb.amazonaws.com.</DNSName>"
              + "<EvaluateTargetHealth>true</EvaluateTargetHealth></AliasTarget>");
  private static final String DENIED =
      "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>";
  private static final String DECLARED =
      """
      application: shop
      environment: test
      zone: {name: example.com, existing: true}
      ownership: false
      health-check: none
      """;
  private static final String FOREIGN =
      DECLARED
          + """
          endpoints:
            a: {state: {backend: local, path: ../other.tfstate}, outputs: {host: name}}
          names: {www: {simple: a}}
          """;
  private static final String PINNED =
      DECLARED
          + """
          regions: {eu-west-1: {pinned: pin.yaml}}
          names: {www: {simple: eu-west-1}}
          """;

  @TempDir private Path folder;
  private LoopbackServer aws;
  private String live = CNAME;

  private static String records(String record) {
    return "<ListResourceRecordSetsResponse><ResourceRecordSets><ResourceRecordSet>"
        + record
        + "</ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated>"
        + "<MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
  }

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        folder.resolve("pin.yaml"),
        """
        alb_dns_name: lb-1.eu-west-1.elb.amazonaws.com
        alb_zone_id: Z32O12XQLNTSW2
        static_addresses: []
        """);
    aws = new LoopbackServer(this::answer);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private LoopbackServer.Response answer(LoopbackServer.Request request) {
    if (request.path().contains("/rrset")) {
      return LoopbackServer.Response.ok(live);
    }
    if (request.path().contains("/hostedzone")) {
      return LoopbackServer.Response.ok(ZONES);
    }
    return request.path().contains("/healthcheck")
        ? LoopbackServer.Response.ok(CHECKS)
        : new LoopbackServer.Response(403, DENIED);
  }

  @Test
  void theValuesOfAnotherTeamsStateAreOutsideOfItAndNoFinding() throws Exception {
    Run run = verify(FOREIGN);

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err())
        .contains(
            "Not part of verify: the values of record www.example.com CNAME are an output of another"
                + " state\n",
            "Not part of verify: regions that ")
        .doesNotContain("Not compared");
    assertThat(run.out())
        .startsWith("As declared, apart from 1 part that verify does not compare: 1 record set,");
  }

  @Test
  void whatCouldNotBeReadIsCountedAndShowsInTheExitCode() throws Exception {
    live = ALIAS;

    Run run = verify(PINNED);

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.err())
        .contains("Not compared: the site of eu-west-1, which is pinned: AWS did not let us read");
    assertThat(run.out())
        .startsWith("0 findings. 1 part was not compared, of 1 record set, 0 health checks");
  }

  @Test
  void findingsAndWhatCouldNotBeReadAreCountedSeparately() {
    assertThat(VerifyCommand.summary(1, 2, 1, "x"))
        .isEqualTo("1 finding. 2 parts were not compared, of x.");
    assertThat(VerifyCommand.summary(2, 0, 1, "x")).isEqualTo("2 findings in x.");
    assertThat(VerifyCommand.summary(0, 0, 0, "x")).isEqualTo("As declared: x.");
  }

  private Run verify(String declared) throws IOException {
    Path file = Files.writeString(folder.resolve("shop.yaml"), declared);
    return Run.of(
        "verify",
        "-c",
        file.toString(),
        "-o",
        folder.resolve("none").toString(),
        "--aws-endpoint",
        aws.endpoint().toString());
  }
}
