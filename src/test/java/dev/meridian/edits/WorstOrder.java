package dev.meridian.edits;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.meridian.terraform.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes requests on to a local AWS, in the worst order for clients: a change that only deletes is
 * made at once. A change that adds something waits for every deletion of a record set that
 * Terraform has begun, and then until no more changes arrive. So if nothing tells Terraform to add
 * before it deletes, the deletion comes first, whatever the machine is doing. Each change is
 * followed by a call, before the next change.
 */
final class WorstOrder implements AutoCloseable, Progress.Listener {
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration STEP = Duration.ofMillis(20);

  /** Headers that the client sets itself, or that belong to one connection. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final URI aws;
  private final Runnable changed;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong lastArrival = new AtomicLong(System.nanoTime());
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger deleted = new AtomicInteger();
  private final Object oneChange = new Object();

  /**
   * @param changed called after each change of Route 53
   */
  WorstOrder(URI aws, Runnable changed) throws IOException {
    this.aws = aws;
    this.changed = changed;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void onProgress(String stack, Progress progress) {
    if (progress instanceof Progress.Resource one
        && one.action().equals("delete")
        && one.address().startsWith("aws_route53_record.")) {
      switch (one.step()) {
        case STARTED -> begun.incrementAndGet();
        case COMPLETE, FAILED -> ended.incrementAndGet();
        case PLANNED, CONTINUING -> {
          // Nothing has changed.
        }
      }
    }
  }

  /** Whether Terraform is about to delete a record set, or sent a change a moment ago. */
  private boolean isBusy() {
    return begun.get() > Math.max(deleted.get(), ended.get())
        || System.nanoTime() - lastArrival.get() < QUIET.toNanos();
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
    lastArrival.set(System.nanoTime());
    String text = new String(body, StandardCharsets.UTF_8);
    if (adds(text)) {
      while (isBusy()) {
        Thread.sleep(STEP.toMillis());
      }
    }
    synchronized (oneChange) {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      changed.run();
      if (!adds(text) && text.contains("<Action>DELETE<")) {
        deleted.incrementAndGet();
      }
      return response;
    }
  }

  /** Whether a request changes records or CIDR blocks, and does not only delete. */
  private static boolean adds(String body) {
    return body.contains("<Action>CREATE<")
        || body.contains("<Action>UPSERT<")
        || body.contains("<Action>PUT<");
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
