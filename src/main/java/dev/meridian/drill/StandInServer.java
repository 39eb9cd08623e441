package dev.meridian.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A small real server instead of an endpoint. It can fail, and then refuses connections, and come
 * back on the same port.
 */
final class StandInServer implements Closeable {
  private final Protocol protocol;
  private final InetSocketAddress address;
  private @Nullable Closeable running;

  /** How a server answers. */
  interface Protocol {
    Closeable listen(InetSocketAddress address) throws IOException;
  }

  private StandInServer(Protocol protocol, InetSocketAddress address) {
    this.protocol = protocol;
    this.address = address;
  }

  /**
   * Starts a server on a free port.
   *
   * @param host an address of this machine
   * @throws IOException if the address cannot be used
   */
  static StandInServer start(InetSocketAddress host, Protocol protocol) throws IOException {
    InetSocketAddress free;
    try (ServerSocket any = new ServerSocket()) {
      any.setReuseAddress(true);
      any.bind(new InetSocketAddress(host.getAddress(), 0));
      free = (InetSocketAddress) any.getLocalSocketAddress();
    }
    StandInServer server = new StandInServer(protocol, free);
    server.recover();
    return server;
  }

  InetSocketAddress address() {
    return address;
  }

  /** From now on, refuses connections. The port stays its own. */
  synchronized void fail() throws IOException {
    close();
    Socket bound = new Socket(); // bound, but not listening
    bound.setReuseAddress(true);
    bound.bind(address);
    running = bound;
  }

  /** From now on, answers. */
  synchronized void recover() throws IOException {
    close();
    running = protocol.listen(address);
  }

  @Override
  public synchronized void close() throws IOException {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  /**
   * HTTP, or HTTPS with a certificate.
   *
   * @param body what every response contains
   * @param tls null for HTTP
   */
  static Protocol http(String body, @Nullable SSLContext tls) {
    byte[] text = body.getBytes(StandardCharsets.UTF_8);
    return address -> {
      HttpServer server = tls == null ? HttpServer.create() : HttpsServer.create();
      if (server instanceof HttpsServer https && tls != null) {
        https.setHttpsConfigurator(new HttpsConfigurator(tls));
      }
      server.bind(address, 0);
      server.createContext("/", exchange -> answer(exchange, text));
      server.start();
      return () -> server.stop(0);
    };
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange;
        InputStream request = exchange.getRequestBody();
        OutputStream response = exchange.getResponseBody()) {
      request.readAllBytes();
      exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, body.length);
      response.write(body);
    }
  }

  /** TCP: accepts connections, and closes them. */
  static Protocol tcp() {
    return address -> {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(address);
      Thread accepting = new Thread(() -> accept(server), "stand-in");
      accepting.setDaemon(true);
      accepting.start();
      return server;
    };
  }

  private static void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        connection.shutdownOutput();
      } catch (IOException e) {
        // Closed, or the client is gone already.
      }
    }
  }
}
