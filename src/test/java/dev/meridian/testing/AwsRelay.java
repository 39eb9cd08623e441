package dev.meridian.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Passes requests on to a local AWS. It makes one change of Route 53 at a time, so a test can look
 * at every state that a zone has while Terraform works.
 */
public final class AwsRelay implements AutoCloseable {
  /** Headers that the client sets itself, or that belong to one connection. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final URI aws;
  private final Changes changes;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Object oneChange = new Object();

  /** Follows the changes of Route 53. A body is that of the request. */
  public interface Changes {
    /** Before a change. Several threads can call it, and each can wait in it. */
    default void before(String body) throws InterruptedException {}

    /** After a change that succeeded or failed, and before the next one. */
    void after(String body);
  }

  public AwsRelay(URI aws, Changes changes) throws IOException {
    this.aws = aws;
    this.changes = changes;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpResponse<byte[]> response = response(exchange, body);
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      byte[] answer = response.body();
      exchange.sendResponseHeaders(response.statusCode(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> response(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request = request(exchange, body);
    boolean change =
        !"GET".equals(exchange.getRequestMethod())
            && exchange.getRequestURI().getPath().startsWith("/2013-04-01/");
    if (!change) {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
    String text = new String(body, StandardCharsets.UTF_8);
    changes.before(text);
    synchronized (oneChange) {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      changes.after(text);
      return response;
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(aws.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
