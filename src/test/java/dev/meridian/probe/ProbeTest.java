package dev.meridian.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Probing;
import dev.meridian.model.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {
  /** Limits that never matter here, and limits that always do. */
  private static final Pace PATIENT = new Pace(0.01);

  private static final Pace HASTY = new Pace(100);

  private final ScheduledExecutorService limits = Executors.newScheduledThreadPool(1);
  private ServerSocket server;
  private CompletableFuture<String> request = new CompletableFuture<>();

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    limits.shutdownNow();
  }

  private static HealthCheckConfig.Endpoint check(
      Protocol protocol, int port, @Nullable String search) {
    return new HealthCheckConfig.Endpoint(
        protocol,
        new Destination(null, Value.literal("www.example.com")),
        port,
        protocol == Protocol.TCP ? null : "/health",
        search,
        new Probing(Probing.STANDARD, 3, Set.of(), false),
        false);
  }

  private ProbeResult probe(HealthCheckConfig.Endpoint check, Pace pace) {
    return new Probe(check, pace, limits).run((InetSocketAddress) server.getLocalSocketAddress());
  }

  /** Answers one request with these bytes. */
  private void answering(byte[] response) {
    request =
        CompletableFuture.supplyAsync(
            () -> {
              try (Socket client = server.accept()) {
                InputStream in = client.getInputStream();
                StringBuilder request = new StringBuilder();
                while (request.indexOf("\r\n\r\n") < 0) {
                  request.append((char) in.read());
                }
                client.getOutputStream().write(response);
                client.shutdownOutput();
                return request.toString();
              } catch (IOException e) {
                return e.toString();
              }
            });
  }

  private static byte[] response(String status, String body) {
    return ("HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n" + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({"200 OK,true", "302 Found,true", "399 Odd,true", "400 Bad,false", "503 Busy,false"})
  void statusesFrom200To399Pass(String status, boolean passes) {
    answering(response(status, ""));

    assertThat(probe(check(Protocol.HTTP, 80, null), PATIENT))
        .isEqualTo(new ProbeResult(passes, "status " + status.substring(0, 3)));
  }

  @ParameterizedTest
  @CsvSource({"80,www.example.com", "8080,www.example.com:8080"})
  void theHostHeaderHasAnUnusualPort(int port, String host) {
    answering(response("200 OK", ""));

    probe(check(Protocol.HTTP, port, null), PATIENT);

    assertThat(request.join())
        .startsWith("GET /health HTTP/1.1\r\n")
        .contains("Host: " + host + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({"0,true", "5115,true", "5116,false"})
  void theTextMustBeCompletelyInTheFirst5120Bytes(int before, boolean passes) {
    answering(response("200 OK", "x".repeat(before) + "fine!" + "x".repeat(9000)));

    assertThat(probe(check(Protocol.HTTP, 80, "fine!"), PATIENT).passed()).isEqualTo(passes);
  }

  @Test
  void theBodyIsDecodedBeforeItIsSearched() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write("all is fine!".getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    whole.writeBytes(zipped.toByteArray());
    answering(whole.toByteArray());

    assertThat(probe(check(Protocol.HTTP, 80, "fine!"), PATIENT).passed()).isTrue();
  }

  @Test
  void headersAbove16KilobytesFail() {
    String header = "X: " + "y".repeat(4000) + "\r\n";
    answering(
        ("HTTP/1.1 200 OK\r\n" + header.repeat(5) + "\r\n").getBytes(StandardCharsets.US_ASCII));

    assertThat(probe(check(Protocol.HTTP, 80, null), PATIENT))
        .isEqualTo(new ProbeResult(false, "no valid HTTP response"));
  }

  @Test
  void aServerThatDoesNotAnswerFails() {
    // Nobody accepts the connection, although the system does.
    assertThat(probe(check(Protocol.HTTP, 80, null), HASTY))
        .isEqualTo(new ProbeResult(false, "no response within 2 seconds"));
  }

  @Test
  void somethingElseThanHttpFails() {
    answering("SSH-2.0-OpenSSH_9.6\r\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(probe(check(Protocol.HTTP, 80, null), PATIENT).passed()).isFalse();
  }

  @Test
  void somethingElseThanTlsFails() {
    request =
        CompletableFuture.supplyAsync(
            () -> {
              try (Socket client = server.accept()) {
                client.getOutputStream().write("hello\n".getBytes(StandardCharsets.US_ASCII));
                return "";
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(probe(check(Protocol.HTTPS, 443, null), PATIENT).passed()).isFalse();
  }

  @Test
  void tcpOnlyConnects() {
    assertThat(probe(check(Protocol.TCP, 5432, null), PATIENT))
        .isEqualTo(new ProbeResult(true, "connected"));
  }

  @Test
  void aClosedPortIsRefused() throws IOException {
    InetSocketAddress closed = (InetSocketAddress) server.getLocalSocketAddress();
    server.close();

    assertThat(new Probe(check(Protocol.TCP, 5432, null), PATIENT, limits).run(closed))
        .isEqualTo(new ProbeResult(false, "connection refused"));
  }
}
