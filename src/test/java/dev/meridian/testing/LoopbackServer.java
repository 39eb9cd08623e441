package dev.meridian.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An HTTP server on a free port of the loopback interface. */
public final class LoopbackServer implements AutoCloseable {
  static {
    // Without it, the JDK's server waits 40 ms for an acknowledgment in every response.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final Handler handler;

  /** Answers a request. An exception gives the status 500, with its text. */
  public interface Handler {
    Response answer(Request request) throws IOException;
  }

  /** A request; {@code path} includes the query. */
  public record Request(String path, String body) {}

  /** A response; an empty {@code body} has no content type. */
  public record Response(int status, String body) {
    public static Response ok(String body) {
      return new Response(200, body);
    }
  }

  public LoopbackServer(Handler handler) throws IOException {
    this.handler = handler;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Response response = response(new Request(exchange.getRequestURI().toString(), body));
    byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
    }
    exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Response response(Request request) {
    try {
      return handler.answer(request);
    } catch (IOException | RuntimeException e) {
      return new Response(500, e.toString());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
