package dev.meridian.importing;

import static dev.meridian.importing.Sets.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.model.CheckerRegion;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Probing;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProbeWriterTest {
  private static final Destination HOST = new Destination(null, Value.literal("www.example.org"));

  @Test
  void whatADeclarationTakesForGrantedIsNotWritten() {
    assertThat(implicit(check("c", "192.0.2.1"))).isEqualTo("{protocol: HTTP}");
  }

  @Test
  void portAndPathAreWrittenWhereTheyAreOthers() {
    HealthCheck check =
        check("c", new Destination(Value.literal("192.0.2.1"), null), Protocol.HTTP, 8080, "/up");

    assertThat(implicit(check)).isEqualTo("{protocol: HTTP, port: 8080, path: /up}");
  }

  @Test
  void onlyACheckOnItsOwnSaysWhatItConnectsTo() {
    assertThat(explicit(check("c", "192.0.2.1"))).isEqualTo("{protocol: HTTP, address: 192.0.2.1}");
    assertThat(explicit(check("c", HOST, Protocol.HTTPS, 443, "/health")))
        .isEqualTo("{protocol: HTTPS, host: www.example.org}");
    assertThat(implicit(check("c", HOST, Protocol.HTTPS, 443, "/health")))
        .isEqualTo("{protocol: HTTPS}");
  }

  @Test
  void theHostHeaderOfACheckOfAnAddressIsWrittenAtItsEndpointToo() {
    Destination both =
        new Destination(Value.literal("192.0.2.1"), Value.literal("www.example.org"));

    assertThat(implicit(check("c", both, Protocol.HTTP, 80, "/health")))
        .isEqualTo("{protocol: HTTP, host: www.example.org}");
  }

  @Test
  void timingRegionsAndFlagsAreWrittenWhereTheyAreOthers() {
    HealthCheckConfig config =
        new HealthCheckConfig.Endpoint(
            Protocol.HTTPS,
            HOST,
            443,
            "/health",
            "ok",
            new Probing(
                10,
                5,
                Set.of(CheckerRegion.EU_WEST_1, CheckerRegion.US_EAST_1, CheckerRegion.US_WEST_1),
                true),
            false);

    assertThat(implicit(new HealthCheck("c", config, true, true)))
        .isEqualTo(
            "{protocol: HTTPS, search: ok, interval: 10, failure-threshold: 5,"
                + " regions: [eu-west-1, us-east-1, us-west-1], measure-latency: true, sni: false,"
                + " inverted: true, disabled: true}");
  }

  @Test
  void aCheckProbesAnEndpointOfOneAddressOnlyIfItConnectsToThatAddress() {
    HealthCheck check = check("c", "192.0.2.1");

    assertThat(ProbeWriter.probes(check, addresses("192.0.2.1"))).isTrue();
    assertThat(ProbeWriter.probes(check, addresses("192.0.2.2"))).isFalse();
    assertThat(ProbeWriter.probes(check, addresses("192.0.2.1", "192.0.2.2"))).isFalse();
  }

  @Test
  void aCheckProbesAHostOnlyIfItConnectsToThatName() {
    HealthCheck check = check("c", HOST, Protocol.TCP, 443, null);

    assertThat(ProbeWriter.probes(check, new Location.Host("www.example.org"))).isTrue();
    assertThat(ProbeWriter.probes(check, new Location.Host("example.org"))).isFalse();
    assertThat(ProbeWriter.probes(check("c", "192.0.2.1"), new Location.Host("www.example.org")))
        .isFalse();
  }

  @Test
  void checksThatDifferInTheirAddressAndIdAloneAreOfOneForm() {
    HealthCheck other =
        check("b", new Destination(Value.literal("192.0.2.2"), null), Protocol.HTTP, 81, "/health");

    assertThat(ProbeWriter.form(check("a", "192.0.2.1")))
        .isEqualTo(ProbeWriter.form(check("b", "192.0.2.2")));
    assertThat(ProbeWriter.form(check("a", "192.0.2.1"))).isNotEqualTo(ProbeWriter.form(other));
    assertThat(ProbeWriter.form(check("c", HOST, Protocol.HTTP, 80, "/health"))).isEmpty();
  }

  private static Location addresses(String... ipv4) {
    return new Location.Addresses(List.of(ipv4), List.of());
  }

  private static String implicit(HealthCheck check) {
    return ProbeWriter.implicit((HealthCheckConfig.Endpoint) check.config(), check).flow();
  }

  private static String explicit(HealthCheck check) {
    return ProbeWriter.explicit((HealthCheckConfig.Endpoint) check.config(), check).flow();
  }
}
