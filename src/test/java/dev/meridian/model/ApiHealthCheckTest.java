package dev.meridian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.model.ApiHealthCheck.Probe;
import dev.meridian.model.ApiHealthCheck.Source;
import dev.meridian.model.ApiHealthCheck.Timing;
import dev.meridian.model.HealthCheckConfig.Probing;
import dev.meridian.model.HealthCheckConfig.Protocol;
import java.util.Set;
import org.junit.jupiter.api.Test;

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

  private static ApiHealthCheck check(String type, Probe probe, Source source) {
    return new ApiHealthCheck(type, probe, Timing.DEFAULT, source, null, null);
  }
}
