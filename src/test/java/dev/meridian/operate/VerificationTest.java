package dev.meridian.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.terraform.json.KnownOutputs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
  private HttpServer aws;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        folder.resolve("pin.yaml"),
        """
        alb_dns_name: lb-1.eu-west-1.elb.amazonaws.com
        alb_zone_id: Z32O12XQLNTSW2
        static_addresses: []
        """);
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext(
        "/",
        exchange -> {
          boolean zones = exchange.getRequestURI().getPath().contains("hostedzone");
          byte[] body = (zones ? ZONES : DOWN).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/xml");
          exchange.sendResponseHeaders(zones ? 200 : 403, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    aws.start();
  }

  @AfterEach
  void stop() {
    aws.stop(0);
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
    Deployment deployment = new DeploymentReader(problem -> {}).read(file).orElseThrow();
    URI endpoint = URI.create("http://127.0.0.1:" + aws.getAddress().getPort());
    return Verification.of(
        deployment,
        Compiler.compile(deployment).plan(),
        KnownOutputs.of(Map.of()),
        null,
        AwsAccess.emulator(endpoint));
  }
}
