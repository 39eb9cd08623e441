package dev.meridian.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
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
  private static final int TRIES = 1000;

  /** In milliseconds. */
  private static final int BETWEEN_TRIES = 10;

  private final Protocol protocol;
  private final InetSocketAddress address;
  private @Nullable Closeable running;
  private boolean failing;

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
  static StandInServer start(InetAddress host, Protocol protocol) throws IOException {
    InetSocketAddress free;
    try (ServerSocket any = new ServerSocket()) {
      any.setReuseAddress(true);
      any.bind(new InetSocketAddress(host, 0));
      free = (InetSocketAddress) any.getLocalSocketAddress();
    }
    StandInServer server = new StandInServer(protocol, free);
    server.run(protocol);
    return server;
  }

  InetSocketAddress address() {
    return address;
  }

  synchronized boolean isFailing() {
    return failing;
  }

  /** From now on, refuses connections, or answers. The port stays its own. */
  synchronized void become(boolean fails) throws IOException {
    if (fails != failing) {
      run(fails ? StandInServer::bound : protocol);
      failing = fails;
    }
  }

  /** Bound, but not listening. */
  private static Closeable bound(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setReuseAddress(true);
      socket.bind(address);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** A port can stay in use for a moment after its socket was closed. */
  private synchronized void run(Protocol next) throws IOException {
    close();
    for (int i = 1; running == null; i++) {
      try {
        running = next.listen(address);
      } catch (BindException e) {
        if (i == TRIES) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a port was in use");
    }
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
      try {
        server.bind(address, 0);
      } catch (IOException e) {
        server.stop(0);
        throw e;
      }
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
      ServerSocket server = listening(address);
      Thread accepting = new Thread(() -> accept(server), "stand-in");
      accepting.setDaemon(true);
      accepting.start();
      return server;
    };
  }

  private static ServerSocket listening(InetSocketAddress address) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(address);
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
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
