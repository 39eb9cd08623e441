package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.testing.LoopbackServer;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A region that is down, with an account that has no hosted zone. */
class VerificationTest {
  private static final String ZONES =
      "<ListHostedZonesResponse><HostedZones/><IsTruncated>false</IsTruncated>"
          + "<MaxItems>100</MaxItems></ListHostedZonesResponse>";
  private static final String DOWN =
      "<ErrorResponse><Error><Code>AccessDenied</Code><Message>down</Message></Error>"
          + "</ErrorResponse>";
  private static final String DECLARED =
      """
      application: shop
      environment: test
      zone: example.com
      regions:
        eu-west-1: {pinned: pin.yaml}
      names:
        www: {simple: eu-west-1}
      """;

  @TempDir Path folder;
  private LoopbackServer aws;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        folder.resolve("pin.yaml"),
        """
        alb_dns_name: lb-1.eu-west-1.elb.amazonaws.com
        alb_zone_id: Z32O12XQLNTSW2
        static_addresses: []
        """);
    aws =
        new LoopbackServer(
            request ->
                request.path().contains("hostedzone")
                    ? LoopbackServer.Response.ok(ZONES)
                    : new LoopbackServer.Response(403, DOWN));
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void whereItIsPinnedTheRecordsAreComparedNevertheless() throws Exception {
    Verification.Result result = verify(DECLARED);

    assertThat(result.findings())
        .extracting(Difference::toString)
        .containsExactly("hosted zone example.com: presence is absent, expected present");
    assertThat(result.notCompared())
        .singleElement()
        .asString()
        .startsWith("the site of eu-west-1, which is pinned: AWS did not let us read");
  }

  @Test
  void elseItsSiteCannotBePassedOver() {
    String declared = DECLARED.replace("{pinned: pin.yaml}", "{}");

    assertThatThrownBy(() -> verify(declared))
        .isInstanceOf(AwsReadException.class)
        .hasMessageContaining("the load balancers of eu-west-1");
  }

  private Verification.Result verify(String yaml) throws Exception {
    Path file = Files.writeString(folder.resolve("shop.yaml"), yaml);
    Deployment deployment = ReadDeclaration.good(file);
    return Verification.of(
        DeployedZone.of(deployment, Compiler.compile(deployment).plan()),
        KnownOutputs.of(Map.of()),
        AwsAccess.emulator(aws.endpoint()),
        Map.of());
  }
}
