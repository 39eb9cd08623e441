package dev.meridian.drill;

import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.OutageModel;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a drill: for each endpoint, one for clients and one for every health check that
 * watches it, all on a loopback address of its own.
 */
final class StandInServers implements Closeable {
  private static final String PAGE = "A stand-in server of a drill.\n";
  private static final int OCTET = 256;

  /** By endpoint: the server for clients. */
  private final Map<String, StandInServer> pages = new TreeMap<>();

  /** By health check and endpoint; a probe of something else has the endpoint "". */
  private final Map<String, Map<String, StandInServer>> probed = new TreeMap<>();

  private final Callable<SSLContext> certificate;
  private @Nullable SSLContext tls;

  private StandInServers(Callable<SSLContext> certificate) {
    this.certificate = certificate;
  }

  /**
   * Starts the servers.
   *
   * @param checks the probes of the plan, by id
   * @param certificate creates a certificate, if a server needs it
   * @throws IOException if this machine has no such address or no free port
   */
  static StandInServers start(
      OutageModel model,
      Map<String, HealthCheckConfig.Endpoint> checks,
      Callable<SSLContext> certificate)
      throws IOException {
    StandInServers servers = new StandInServers(certificate);
    try {
      int number = 1;
      for (String endpoint : model.names()) {
        InetAddress host = host(number++);
        servers.pages.put(endpoint, StandInServer.start(host, StandInServer.http(PAGE, null)));
        for (Map.Entry<String, HealthCheckConfig.Endpoint> check : checks.entrySet()) {
          if (model.endpointsOf(check.getKey()).contains(endpoint)) {
            servers.add(check.getKey(), endpoint, host, check.getValue());
          }
        }
      }
      for (Map.Entry<String, HealthCheckConfig.Endpoint> check : checks.entrySet()) {
        if (!servers.probed.containsKey(check.getKey())) {
          servers.add(check.getKey(), "", host(number++), check.getValue());
        }
      }
      return servers;
    } catch (IOException e) {
      servers.close();
      throw e;
    }
  }

  private void add(String id, String endpoint, InetAddress host, HealthCheckConfig.Endpoint check)
      throws IOException {
    if (check.protocol() == Protocol.HTTPS && tls == null) {
      tls = created();
    }
    StandInServer.Protocol protocol =
        check.protocol() == Protocol.TCP
            ? StandInServer.tcp()
            : StandInServer.http(
                check.search().orElse(PAGE), check.protocol() == Protocol.HTTPS ? tls : null);
    probed
        .computeIfAbsent(id, key -> new TreeMap<>())
        .put(endpoint, StandInServer.start(host, protocol));
  }

  private SSLContext created() throws IOException {
    try {
      return certificate.call();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** In 127.1.0.0/16: Linux has all of 127.0.0.0/8. Elsewhere, the usual loopback address. */
  private static InetAddress host(int number) throws IOException {
    byte[] own = {127, 1, (byte) (number / OCTET), (byte) (number % OCTET)};
    InetAddress address = InetAddress.getByAddress(own);
    try (ServerSocket test = new ServerSocket()) {
      test.bind(new InetSocketAddress(address, 0));
      return address;
    } catch (IOException e) {
      return InetAddress.getLoopbackAddress();
    }
  }

  /** The server that clients of an endpoint connect to; empty if the drill has no such endpoint. */
  Optional<InetSocketAddress> page(String endpoint) {
    return Optional.ofNullable(pages.get(endpoint)).map(StandInServer::address);
  }

  /**
   * The server that the probes of a health check connect to. A check of a name with several
   * endpoints connects to one that is up, as long as there is one.
   */
  Optional<InetSocketAddress> probed(String id) {
    Collection<StandInServer> servers = probed.getOrDefault(id, Map.of()).values();
    return servers.stream()
        .filter(server -> !server.isFailing())
        .findFirst()
        .or(() -> servers.stream().findFirst())
        .map(StandInServer::address);
  }

  /** Lets servers fail and recover, so that exactly these are down. */
  void become(Outage outage) throws IOException {
    for (Map.Entry<String, StandInServer> page : pages.entrySet()) {
      page.getValue().become(outage.endpoints().contains(page.getKey()));
    }
    for (Map.Entry<String, Map<String, StandInServer>> check : probed.entrySet()) {
      boolean fails = outage.healthChecks().contains(check.getKey());
      for (Map.Entry<String, StandInServer> server : check.getValue().entrySet()) {
        server.getValue().become(fails || outage.endpoints().contains(server.getKey()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    List<StandInServer> all = new ArrayList<>(pages.values());
    probed.values().forEach(servers -> all.addAll(servers.values()));
    for (StandInServer server : all) {
      server.close();
    }
  }
}
