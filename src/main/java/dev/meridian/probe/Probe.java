package dev.meridian.probe;

import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Protocol;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * One probe of an endpoint, as Route 53's checkers make it: a connection within 4 seconds (TCP:
 * 10), a status of 200 to 399 within 2 seconds after that, and the text to search for within 2
 * seconds after the status. Certificates are not validated.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html">How
 *     Route 53 determines whether a health check is healthy</a>
 */
public final class Probe {
  private static final double CONNECT = 4;
  private static final double CONNECT_TCP = 10;
  private static final double STATUS = 2;
  private static final double BODY = 2;

  private final HealthCheckConfig.Endpoint check;
  private final Pace pace;
  private final ScheduledExecutorService limits;

  /**
   * @param limits ends what takes too long; used by many probes
   */
  public Probe(HealthCheckConfig.Endpoint check, Pace pace, ScheduledExecutorService limits) {
    this.check = check;
    this.pace = pace;
    this.limits = limits;
  }

  /** Probes a server. */
  public ProbeResult run(InetSocketAddress server) {
    try {
      return connected(server, check.sni());
    } catch (NameMismatch e) {
      try {
        return connected(server, false);
      } catch (NameMismatch again) {
        return ProbeResult.failed("no TLS handshake");
      }
    }
  }

  /** The server refused the name in the TLS handshake, so Route 53 tries again without one. */
  private static final class NameMismatch extends Exception {
    private static final long serialVersionUID = 1;
  }

  private ProbeResult connected(InetSocketAddress server, boolean sni) throws NameMismatch {
    double limit = check.protocol() == Protocol.TCP ? CONNECT_TCP : CONNECT;
    try (Socket socket = new Socket()) {
      try {
        socket.connect(server, pace.millis(limit));
      } catch (SocketTimeoutException e) {
        return ProbeResult.failed("no connection within " + (int) limit + " seconds");
      } catch (ConnectException e) {
        return ProbeResult.failed("connection refused");
      }
      return check.protocol() == Protocol.TCP
          ? ProbeResult.passed("connected")
          : asked(socket, sni);
    } catch (IOException e) {
      return ProbeResult.failed("no connection: " + e.getMessage());
    }
  }

  private ProbeResult asked(Socket socket, boolean sni) throws NameMismatch {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> limit = limit(socket, STATUS, late);
    try {
      Socket channel = check.protocol() == Protocol.HTTPS ? encrypted(socket, sni) : socket;
      try (ProbeExchange exchange = new ProbeExchange(channel)) {
        int status = exchange.status(path(), host());
        limit.cancel(false);
        if (late.get()) {
          return tooLate("status");
        }
        if (status < 200 || status >= 400) {
          return ProbeResult.failed("status " + status);
        }
        Optional<String> search = check.search();
        if (search.isEmpty()) {
          return ProbeResult.passed("status " + status);
        }
        limit = limit(socket, BODY, late);
        boolean found = exchange.contains(search.get());
        return late.get() && !found ? tooLate("text") : searched(found);
      }
    } catch (SSLException e) {
      if (sni && !late.get()) {
        throw new NameMismatch();
      }
      return late.get() ? tooLate("status") : ProbeResult.failed("no TLS handshake");
    } catch (HttpException | MessageConstraintException e) {
      return ProbeResult.failed("no valid HTTP response");
    } catch (IOException e) {
      return late.get() ? tooLate("response") : ProbeResult.failed("no response");
    } finally {
      limit.cancel(false);
    }
  }

  private static ProbeResult tooLate(String what) {
    return ProbeResult.failed("no " + what + " within 2 seconds");
  }

  private static ProbeResult searched(boolean found) {
    return found
        ? ProbeResult.passed("text found")
        : ProbeResult.failed("the text is not in the first 5,120 bytes");
  }

  private ScheduledFuture<?> limit(Socket socket, double seconds, AtomicBoolean late) {
    return limits.schedule(
        () -> {
          late.set(true);
          socket.close();
          return null;
        },
        pace.of(seconds).toNanos(),
        TimeUnit.NANOSECONDS);
  }

  private SSLSocket encrypted(Socket socket, boolean sni) throws IOException {
    SSLSocket encrypted =
        (SSLSocket) AnyCertificate.SOCKETS.createSocket(socket, null, check.port(), true);
    SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setServerNames(
        sni
            ? check.destination().hostName().map(v -> name(v.toString())).orElse(List.of())
            : List.of());
    parameters.setProtocols(new String[] {"TLSv1.2"});
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }

  private static List<javax.net.ssl.SNIServerName> name(String host) {
    try {
      return List.of(new SNIHostName(host));
    } catch (IllegalArgumentException e) {
      return List.of(); // not a host name, such as one that is known only after deployment
    }
  }

  private String path() {
    return check.resourcePath().orElse("/");
  }

  /** The Host header: the port is part of it unless it is the usual one of the protocol. */
  private String host() {
    Destination destination = check.destination();
    String name = destination.hostName().or(destination::address).orElseThrow().toString();
    boolean usual = check.protocol().defaultPort().filter(port -> port == check.port()).isPresent();
    return (name.indexOf(':') < 0 ? name : "[" + name + "]") + (usual ? "" : ":" + check.port());
  }
}
