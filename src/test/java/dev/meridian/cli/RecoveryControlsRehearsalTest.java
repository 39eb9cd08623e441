package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Scenario;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53recoverycontrolconfig.Route53RecoveryControlConfigClient;

/**
 * {@code rehearse --keep} deploys {@code examples/recovery-controls.yaml} with the real Terraform
 * and AWS provider; every step works on that.
 */
@Tag("terraform")
class RecoveryControlsRehearsalTest {
  private static final Path EXAMPLE = Path.of("examples/recovery-controls.yaml");
  private static final Pattern RULE = Pattern.compile("--override (at-least-1-of-2-\\w+)");
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing"));

  @TempDir static Path folder;
  private static KeptRehearsal kept;
  private static String endpoint;
  private static String rule;

  @BeforeAll
  static void deploy() {
    kept = KeptRehearsal.of(EXAMPLE, folder);
    endpoint = kept.endpoint();
  }

  @AfterAll
  static void end() {
    kept.close();
  }

  @TestFactory
  List<DynamicTest> regionsAreSwitchedTheRuleIsChangedAndNothingIsLeft() {
    return new Scenario()
        .needed("theExampleWorksAsDeclared", RecoveryControlsRehearsalTest::asDeclared)
        .step("allRegionsAreInService", RecoveryControlsRehearsalTest::allInService)
        .needed("oneRegionIsTakenOut", RecoveryControlsRehearsalTest::oneIsTakenOut)
        .step("itsHealthChecksFollow", RecoveryControlsRehearsalTest::itsHealthChecksFollow)
        .step("verifyReportsIt", RecoveryControlsRehearsalTest::verifyReportsIt)
        .step("statusShowsIt", RecoveryControlsRehearsalTest::statusShowsIt)
        .needed("theLastOneIsRefused", RecoveryControlsRehearsalTest::theLastOneIsRefused)
        .step("unlessTheRuleIsOverridden", RecoveryControlsRehearsalTest::overridden)
        .needed("theyAreBroughtBack", RecoveryControlsRehearsalTest::broughtBack)
        .step("itsOwnStateNeedsNoChange", RecoveryControlsRehearsalTest::itsOwnStateNeedsNoChange)
        .step("aChangedRuleIsReplaced", RecoveryControlsRehearsalTest::aChangedRuleIsReplaced)
        .step("destroyLeavesNothing", RecoveryControlsRehearsalTest::destroyLeavesNothing)
        .steps();
  }

  private static void asDeclared() {
    assertThat(kept.run().exitCode()).as(kept.run().toString()).isZero();
    assertThat(kept.run().out())
        .contains(
            "plan again  storefront-production-dns",
            "4 record sets, 6 health checks, 0 alarms, the sites of 2 regions, 2 routing controls"
                + " as declared",
            "1 in place, nothing else")
        .doesNotContain("FINDING");
  }

  private static void allInService() {
    Run run = kept.command("switch");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            REGION     STATE
            eu-west-1  in service
            us-east-1  in service
            """);
  }

  private static void oneIsTakenOut() {
    Run run = kept.command("switch", "us-east-1", "off", "--yes");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            us-east-1 is in service. This takes it out of service.
            Answers, if everything else is healthy:
              NAME             TYPE  ENDPOINT   NOW      THEN
              api.example.com  A     eu-west-1  50.0 %   100.0 %
              api.example.com  A     us-east-1  50.0 %   0.0 %
              www.example.com  A     eu-west-1  0.0 %    100.0 %
              www.example.com  A     us-east-1  100.0 %  0.0 %
            REGION     STATE
            eu-west-1  in service
            us-east-1  out of service
            """);
    assertThat(kept.command("switch", "us-east-1", "off", "--yes").out())
        .isEqualTo("us-east-1 is already out of service.\n");
  }

  private static void itsHealthChecksFollow() {
    try (Route53Client route53 =
        Route53Client.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .build()) {
      List<String> unhealthy =
          route53.listHealthChecks().healthChecks().stream()
              .map(HealthCheck::id)
              .filter(id -> status(route53, id).startsWith("Failure"))
              .map(id -> name(route53, id))
              .sorted()
              .toList();

      assertThat(unhealthy).containsExactly("us-east-1-in-service", "us-east-1-switch");
    }
  }

  private static String status(Route53Client route53, String id) {
    return route53
        .getHealthCheckStatus(request -> request.healthCheckId(id))
        .healthCheckObservations()
        .get(0)
        .statusReport()
        .status();
  }

  private static String name(Route53Client route53, String id) {
    return route53
        .listTagsForResource(request -> request.resourceType("healthcheck").resourceId(id))
        .resourceTagSet()
        .tags()
        .stream()
        .filter(tag -> tag.key().equals("Name"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static void verifyReportsIt() {
    Run run = kept.command("verify");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("switch us-east-1: state is out of service, expected in service\n1 finding");
  }

  private static void statusShowsIt() {
    Run run = kept.command("status");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "eu-west-1  in service",
            "us-east-1  out of service",
            "FINDING: switch us-east-1: out of service",
            "FINDING: health check us-east-1-switch: unhealthy",
            "FINDING: health check us-east-1-in-service: unhealthy",
            "3 findings, 0 not read.");
  }

  private static void theLastOneIsRefused() {
    Run run = kept.command("switch", "eu-west-1", "off", "--yes");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("A safety rule refused the change: ");
    rule = KeptRehearsal.found(RULE, run.out());
    assertThat(kept.command("switch").out()).contains("eu-west-1  in service");
  }

  private static void overridden() {
    Run other = kept.command("switch", "eu-west-1", "off", "--yes", "--override", "mine");
    Run run = kept.command("switch", "eu-west-1", "off", "--yes", "--override", rule);

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("there is no safety rule \"mine\"", "name one of " + rule);
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("The safety rule " + rule + " is overridden.", "eu-west-1  out of service");
  }

  private static void broughtBack() {
    assertThat(kept.command("switch", "us-east-1", "on", "--yes").exitCode()).isZero();
    assertThat(kept.command("switch", "eu-west-1", "on", "--yes").exitCode()).isZero();
    assertThat(kept.command("verify").out()).startsWith("As declared: ");
  }

  private static void itsOwnStateNeedsNoChange() {
    Path state = folder.resolve("terraform.storefront-production-dns.tfstate");
    Run run = Run.of("validate", "-c", EXAMPLE.toString(), "--against", state.toString());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).doesNotContain("_health_check.");
  }

  /** The provider cannot change a safety rule. */
  private static void aChangedRuleIsReplaced() throws Exception {
    Path changed = folder.resolve("changed.yaml");
    Files.writeString(changed, Files.readString(EXAMPLE).replace("at-least: 1", "at-least: 2"));
    Run synth = Run.of("synth", "-c", changed.toString(), "-o", kept.stacks().toString());
    assertThat(synth.exitCode()).as(synth.toString()).isZero();
    kept.terraform(
        "storefront-production-dns",
        dns -> {
          dns.init();
          dns.apply();
          boolean changes = dns.plan(folder.resolve("second.plan"));

          assertThat(changes).isFalse();
        });
    Run verify = kept.command(changed, "verify");
    assertThat(verify.exitCode()).as(verify.toString()).isZero();
    Run refused = kept.command(changed, "switch", "us-east-1", "off", "--yes");
    assertThat(refused.out()).contains("A safety rule refused the change: ");
  }

  private static void destroyLeavesNothing() {
    Run run = kept.command("destroy", "--yes", "--delete-zone", "example.com");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    try (Route53RecoveryControlConfigClient config =
        Route53RecoveryControlConfigClient.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.US_WEST_2)
            .credentialsProvider(CREDENTIALS)
            .build()) {
      assertThat(config.listClusters(request -> {}).clusters()).isEmpty();
    }
    Run gone = kept.command("switch");
    assertThat(gone.exitCode()).isEqualTo(1);
    assertThat(gone.err()).contains("There is no control panel storefront-production.");
  }
}
