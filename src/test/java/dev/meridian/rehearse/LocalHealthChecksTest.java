package dev.meridian.rehearse;

import static dev.meridian.rehearse.LocalZones.address;
import static dev.meridian.rehearse.LocalZones.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.HealthCheckRegion;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.InsufficientDataHealthStatus;
import software.amazon.awssdk.services.route53.model.ResettableElementName;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** The local AWS keeps health checks as Route 53 does. */
@Tag("terraform")
class LocalHealthChecksTest {
  @TempDir static Path folder;
  private static LocalZones aws;

  @BeforeAll
  static void start() throws Exception {
    aws = LocalZones.start(folder);
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @Test
  void aCheckKeepsTheAlarmThatItFollows() {
    HealthCheckConfig asked =
        HealthCheckConfig.builder()
            .type(HealthCheckType.CLOUDWATCH_METRIC)
            .alarmIdentifier(a -> a.name("queue").region("eu-west-1"))
            .insufficientDataHealthStatus(InsufficientDataHealthStatus.UNHEALTHY)
            .inverted(true)
            .disabled(false)
            .build();

    assertThat(kept(asked)).isEqualTo(asked);
  }

  @Test
  void aCheckKeepsTheRoutingControlThatItFollows() {
    HealthCheckConfig asked =
        HealthCheckConfig.builder()
            .type(HealthCheckType.RECOVERY_CONTROL)
            .routingControlArn(
                "arn:aws:route53-recovery-control::123456789012:controlpanel/0/routingcontrol/1")
            .inverted(false)
            .disabled(true)
            .build();

    assertThat(kept(asked)).isEqualTo(asked);
  }

  @Test
  void aCalculatedCheckKeepsItsChildrenAndThreshold() {
    HealthCheckConfig asked =
        HealthCheckConfig.builder()
            .type(HealthCheckType.CALCULATED)
            .childHealthChecks(aws.healthCheck(), aws.healthCheck())
            .healthThreshold(0)
            .inverted(false)
            .disabled(false)
            .build();

    assertThat(kept(asked)).isEqualTo(asked);
  }

  @Test
  void aProbeKeepsItsFieldsAndGetsRoute53sDefaultsForTheOthers() {
    HealthCheckConfig asked =
        HealthCheckConfig.builder()
            .type(HealthCheckType.HTTPS)
            .fullyQualifiedDomainName("www.example.org")
            .regions(
                HealthCheckRegion.US_EAST_1,
                HealthCheckRegion.EU_WEST_1,
                HealthCheckRegion.SA_EAST_1)
            .build();

    assertThat(kept(asked))
        .isEqualTo(
            asked.toBuilder()
                .port(443)
                .requestInterval(30)
                .failureThreshold(3)
                .measureLatency(false)
                .enableSNI(true)
                .inverted(false)
                .disabled(false)
                .build());
  }

  @Test
  void anUpdateChangesWhatItNamesAndNothingElse() {
    String id =
        created(
            c ->
                c.type("CALCULATED")
                    .childHealthChecks(aws.healthCheck())
                    .healthThreshold(1)
                    .inverted(true));
    HealthCheckConfig before = config(id);

    aws.client().updateHealthCheck(r -> r.healthCheckId(id).healthThreshold(0));
    assertThat(config(id)).isEqualTo(before.toBuilder().healthThreshold(0).build());

    aws.client()
        .updateHealthCheck(
            r ->
                r.healthCheckId(id)
                    .healthCheckVersion(2L)
                    .resetElements(ResettableElementName.CHILD_HEALTH_CHECKS));
    assertThat(config(id).childHealthChecks()).isEmpty();
    assertThat(
            refusal(
                () ->
                    aws.client()
                        .updateHealthCheck(r -> r.healthCheckId(id).healthCheckVersion(2L))))
        .startsWith("409 HealthCheckVersionMismatch: ");
  }

  @Test
  void aCheckThatRecordSetsUseCanBeDeletedAndAnUnknownOneCannot() {
    String id = aws.healthCheck();
    aws.zone().with(address("a.example.com", "192.0.2.1", r -> r.healthCheckId(id)));

    aws.client().deleteHealthCheck(r -> r.healthCheckId(id));

    assertThat(refusal(() -> aws.client().deleteHealthCheck(r -> r.healthCheckId(id))))
        .startsWith("404 NoSuchHealthCheck: ");
  }

  @Test
  void aCheckThatACalculatedOneCountsIsNotDeletedBeforeIt() {
    String child = aws.healthCheck();
    String parent = created(c -> c.type("CALCULATED").childHealthChecks(child).healthThreshold(1));

    assertThat(refusal(() -> aws.client().deleteHealthCheck(r -> r.healthCheckId(child))))
        .startsWith("400 InvalidInput: ")
        .contains(child, parent);
    aws.client().deleteHealthCheck(r -> r.healthCheckId(parent));
    aws.client().deleteHealthCheck(r -> r.healthCheckId(child));
  }

  @Test
  void aCalculatedCheckNeedsAThresholdAndOneForARoutingControlCannotBeChanged() {
    assertThat(
            refusal(() -> created(c -> c.type("CALCULATED").childHealthChecks(aws.healthCheck()))))
        .isEqualTo(
            "400 InvalidInput: Invalid parameter : Calculated health checks must have a health"
                + " threshold specified.");
    String id = created(c -> c.type("RECOVERY_CONTROL").routingControlArn("arn:aws:x"));
    assertThat(
            refusal(() -> aws.client().updateHealthCheck(r -> r.healthCheckId(id).inverted(true))))
        .isEqualTo(
            "400 InvalidInput: Invalid parameter : Update is not supported for this health check"
                + " type.");
  }

  private static HealthCheckConfig kept(HealthCheckConfig asked) {
    return config(
        aws.client()
            .createHealthCheck(
                r -> r.callerReference(UUID.randomUUID().toString()).healthCheckConfig(asked))
            .healthCheck()
            .id());
  }

  private static String created(Consumer<HealthCheckConfig.Builder> config) {
    return aws.client()
        .createHealthCheck(
            r -> r.callerReference(UUID.randomUUID().toString()).healthCheckConfig(config))
        .healthCheck()
        .id();
  }

  private static HealthCheckConfig config(String id) {
    return aws.client().getHealthCheck(r -> r.healthCheckId(id)).healthCheck().healthCheckConfig();
  }

  private static String refusal(ThrowingCallable call) {
    return told(catchThrowableOfType(Route53Exception.class, call));
  }
}
