package dev.meridian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.model.ApiHealthCheck.Probe;
import dev.meridian.model.ApiHealthCheck.Source;
import dev.meridian.model.ApiHealthCheck.Timing;
import dev.meridian.model.HealthCheckConfig.Protocol;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiHealthCheckTest {

  @Test
  void whatIsNotSaidTakesRoute53sDefaults() {
    Probe probe = new Probe(null, Value.literal("a.example.com"), null, null, null, null, null);

    assertThat(check("HTTPS", probe, Source.NONE).toHealthCheck("id").config())
        .isEqualTo(
            new HealthCheckConfig.Endpoint(
                Protocol.HTTPS,
                new Destination(null, Value.literal("a.example.com")),
                443,
                "/",
                null,
                new Probing(30, 3, Set.of(), false),
                true));
  }

  @Test
  void aTcpCheckOfAnAddressSendsNoHost() {
    Probe probe =
        new Probe(
            Value.literal("203.0.113.1"),
            Value.literal("a.example.com"),
            443L,
            null,
            null,
            null,
            null);

    assertThat(check("TCP", probe, Source.NONE).toHealthCheck("id").config())
        .extracting(config -> ((HealthCheckConfig.Endpoint) config).destination())
        .isEqualTo(new Destination(Value.literal("203.0.113.1"), null));
  }

  @Test
  void anAlarmOfAnEndpointIsRefusedInRoute53sWords() {
    Probe probe = new Probe(Value.literal("203.0.113.1"), null, 80L, null, null, null, null);
    Source alarm = new Source(null, null, "a", "us-east-1", null, null);

    assertThatThrownBy(() -> check("TCP", probe, alarm).toHealthCheck("id").config())
        .isInstanceOf(InvalidValue.class)
        .hasMessage(
            "Invalid parameter : Basic health checks must not have an metric region specified.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TCP               | alarm-name   | an metric region
          TCP               | alarm-region | an metric region
          TCP               | threshold    | a health threshold
          TCP               | children     | child health checks
          TCP               | insufficient | an insufficient data status
          TCP               | control      | a routing control
          CALCULATED        | alarm-name   | an metric region
          CALCULATED        | alarm-region | an metric region
          CALCULATED        | insufficient | an insufficient data status
          CALCULATED        | control      | a routing control
          CLOUDWATCH_METRIC | threshold    | a health threshold
          CLOUDWATCH_METRIC | children     | child health checks
          CLOUDWATCH_METRIC | control      | a routing control
          RECOVERY_CONTROL  | alarm-name   | an metric region
          RECOVERY_CONTROL  | alarm-region | an metric region
          RECOVERY_CONTROL  | threshold    | a health threshold
          RECOVERY_CONTROL  | children     | child health checks
          RECOVERY_CONTROL  | insufficient | an insufficient data status
          """)
  void aFieldOfAnotherTypeOfHealthCheckIsRefused(String type, String field, String what) {
    Source source =
        new Source(
            field.equals("threshold") ? 1L : null,
            field.equals("children") ? List.of("a") : null,
            field.equals("alarm-name") ? "a" : null,
            field.equals("alarm-region") ? "us-east-1" : null,
            field.equals("insufficient") ? "Healthy" : null,
            field.equals("control") ? Value.literal("arn") : null);
    Probe probe =
        type.equals("TCP")
            ? new Probe(Value.literal("203.0.113.1"), null, 80L, null, null, null, null)
            : Probe.NONE;

    assertThatThrownBy(() -> check(type, probe, source).toHealthCheck("id"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageMatching("Invalid parameter : .* health checks must not have " + what + " .*");
  }

  @Test
  void anEmptyListOfCheckerRegionsIsNotAllOfThem() {
    Probe probe = new Probe(Value.literal("203.0.113.1"), null, 80L, null, null, null, List.of());

    assertThatThrownBy(() -> check("TCP", probe, Source.NONE).toHealthCheck("id"))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("the list of checker regions is empty");
  }

  @Test
  void aTcpCheckOfANameConnectsToTheName() {
    Value host = Value.literal("a.example.com");
    Probe probe = new Probe(null, host, 443L, null, null, null, null);

    assertThat(check("TCP", probe, Source.NONE).toHealthCheck("id").config())
        .extracting(config -> ((HealthCheckConfig.Endpoint) config).destination())
        .isEqualTo(new Destination(null, host));
  }

  @Test
  void aCalculatedCheckWithoutChildrenIsRefused() {
    Source source = new Source(0L, null, null, null, null, null);

    assertThatThrownBy(() -> check("CALCULATED", Probe.NONE, source).toHealthCheck("id"))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("the number of child health checks 0 is outside 1..255");
  }

  @Test
  void anAlarmWithoutAStatusForInsufficientDataKeepsTheLastOne() {
    Source source = new Source(null, null, "a", "us-east-1", null, null);

    assertThat(check("CLOUDWATCH_METRIC", Probe.NONE, source).toHealthCheck("id").config())
        .isEqualTo(
            new HealthCheckConfig.CloudWatchMetric(
                "a",
                "us-east-1",
                HealthCheckConfig.CloudWatchMetric.InsufficientData.LAST_KNOWN_STATUS));
  }

  private static ApiHealthCheck check(String type, Probe probe, Source source) {
    return new ApiHealthCheck(type, probe, Timing.DEFAULT, source, null, null);
  }
}
