package dev.meridian.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.cli.option.StandInCertificate;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Probing;
import dev.meridian.model.Value;
import dev.meridian.probe.Pace;
import dev.meridian.probe.Probe;
import dev.meridian.probe.ProbeResult;
import dev.meridian.terraform.process.ProcessStarter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandInServerTest {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();
  private static final Pace PATIENT = new Pace(0.01);

  private final ScheduledExecutorService limits = Executors.newScheduledThreadPool(1);

  @AfterEach
  void stop() {
    limits.shutdownNow();
  }

  private static HealthCheckConfig.Endpoint check(Protocol protocol, @Nullable String search) {
    return new HealthCheckConfig.Endpoint(
        protocol,
        new Destination(null, Value.literal("www.example.com")),
        443,
        protocol == Protocol.TCP ? null : "/health",
        search,
        new Probing(Probing.STANDARD, 3, Set.of(), false),
        protocol == Protocol.HTTPS);
  }

  private static StandInServer.Protocol protocol(Protocol protocol) throws IOException {
    return switch (protocol) {
      case TCP -> StandInServer.tcp();
      case HTTP -> StandInServer.http("fine!", null);
      case HTTPS ->
          StandInServer.http("fine!", StandInCertificate.create(ProcessStarter.system(Map.of())));
    };
  }

  @ParameterizedTest
  @EnumSource
  void itPassesItsCheckFailsAndComesBackOnTheSamePort(Protocol protocol) throws IOException {
    Probe probe =
        new Probe(check(protocol, protocol == Protocol.TCP ? null : "fine!"), PATIENT, limits);
    try (StandInServer server = StandInServer.start(HOST, protocol(protocol))) {
      InetSocketAddress address = server.address();
      assertThat(probe.run(address).passed()).as("before").isTrue();

      server.become(true);
      assertThat(probe.run(address)).isEqualTo(new ProbeResult(false, "connection refused"));

      server.become(false);
      assertThat(server.address()).isEqualTo(address);
      assertThat(probe.run(address).passed()).as("after").isTrue();
    }
  }

  @Test
  void aTextThatItDoesNotHaveFails() throws IOException {
    try (StandInServer server = StandInServer.start(HOST, protocol(Protocol.HTTP))) {
      assertThat(new Probe(check(Protocol.HTTP, "great"), PATIENT, limits).run(server.address()))
          .isEqualTo(new ProbeResult(false, "the text is not in the first 5,120 bytes"));
    }
  }
}
