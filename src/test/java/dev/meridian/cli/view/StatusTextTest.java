package dev.meridian.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.AwsAccess;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.operate.DeployedZone;
import dev.meridian.operate.DeploymentStatus;
import dev.meridian.operate.StatusReader;
import dev.meridian.testing.Golden;
import dev.meridian.testing.LoopbackServer;
import dev.meridian.testing.LoopbackServer.Request;
import dev.meridian.testing.LoopbackServer.Response;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code status} of a small deployment, from recorded answers of AWS. */
class StatusTextTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/cli/status");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
  private static final String DECLARED =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z1}
      ownership: false
      health-checks:
        most: {calculated: {of: [berlin, boston], threshold: 1}}
      endpoints:
        berlin: {addresses: [203.0.113.20], health-check: {protocol: TCP, port: 443}}
        boston: {addresses: [203.0.113.30], health-check: {protocol: TCP, port: 443}}
      names:
        api:
          weighted: {berlin: 100, boston: 0}
          ramp:
            to: boston
            start: 2026-11-26T11:00:00Z
            stages: {0m: 5, 30m: 50, 2h: 100}
            abort: [boston]
        www:
          failover:
            primary: {to: berlin, health-check: most}
            secondary: boston
      alerts: {email: [ops@example.com]}
      """;

  private final Map<String, String> changed = new TreeMap<>();
  private LoopbackServer aws;

  @BeforeEach
  void start() throws IOException {
    aws = new LoopbackServer(this::answer);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void everythingIsFine() throws Exception {
    DeploymentStatus status = check("healthy");

    assertThat(status.findings()).isEmpty();
    assertThat(status.notRead()).isEmpty();
  }

  @Test
  void aFailingHealthCheckAndAMissingRecordAreFindings() throws Exception {
    change("status-berlin.xml", "Success: Connected", "Failure: Connection refused");
    change("alarms.xml", "berlin</AlarmName><StateValue>OK", "berlin</AlarmName><StateValue>ALARM");
    change("rrset.xml", "PRIMARY</Failover><TTL>60", "PRIMARY</Failover><TTL>61");
    change("rrset.xml", "<SetIdentifier>secondary<", "<SetIdentifier>other<");

    DeploymentStatus status = check("failing");

    assertThat(status.findings()).isNotEmpty();
    assertThat(status.notRead()).isEmpty();
  }

  @Test
  void eachPartThatCannotBeReadIsCountedAndTheOthersAreRead() throws Exception {
    changed.put("status-boston.xml", "");
    changed.put("alarms.xml", "");

    DeploymentStatus status = check("unreadable");

    assertThat(status.findings()).isEmpty();
    assertThat(status.notRead()).hasSize(2);
  }

  @Test
  void ifTheZoneCannotBeReadNothingInItIsCalledMissing() throws Exception {
    changed.put("rrset.xml", "");

    DeploymentStatus status = read();

    assertThat(status.notRead()).singleElement().asString().startsWith("hosted zone example.com: ");
    assertThat(status.records())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.state()).isEqualTo(DeploymentStatus.State.NOT_READ));
  }

  private DeploymentStatus check(String name) throws Exception {
    DeploymentStatus status = read();
    StatusText text = new StatusText(status);
    Golden.check("status/" + name + ".txt", String.join("\n", text.lines()) + "\n");
    Golden.check("status/" + name + ".json", JsonText.of(text.json()) + "\n");
    return status;
  }

  private DeploymentStatus read() throws Exception {
    Deployment deployment = ReadDeclaration.good(DECLARED);
    return StatusReader.read(
            DeployedZone.of(deployment, Compiler.compile(deployment).plan()),
            Optional.empty(),
            AwsAccess.emulator(aws.endpoint()),
            NOON,
            note -> {})
        .get(0);
  }

  private void change(String file, String old, String replacement) throws IOException {
    String text = text(file);
    assertThat(text).contains(old);
    changed.put(file, text.replace(old, replacement));
  }

  private Response answer(Request request) throws IOException {
    String text = text(file(request));
    return text.isEmpty()
        ? new Response(
            403,
            "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not allowed</Message></Error>"
                + "</ErrorResponse>")
        : Response.ok(text);
  }

  private static String file(Request request) {
    if (request.body().contains("DescribeAlarms")) {
      return "alarms.xml";
    }
    if (request.path().contains("/status")) {
      return request.path().replaceAll(".*/healthcheck/hc-(\\w+)/status", "status-$1.xml");
    }
    if (request.path().contains("/rrset")) {
      return "rrset.xml";
    }
    return request.path().replaceAll("^/2013-04-01/(\\w+).*", "$1") + ".xml";
  }

  private String text(String file) throws IOException {
    String text = changed.get(file);
    return text == null ? Files.readString(FOLDER.resolve(file)) : text;
  }
}
