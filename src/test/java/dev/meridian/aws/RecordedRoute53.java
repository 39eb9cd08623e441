package dev.meridian.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as Route 53's API does, from files; can throttle, and refuse, at first. */
public final class RecordedRoute53 implements AutoCloseable {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/aws");
  private static final String ERROR =
      "<ErrorResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Error>"
          + "<Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>";

  private final HttpServer server;
  private final AtomicInteger throttled = new AtomicInteger();
  private volatile boolean refusing;
  final List<String> asked = new CopyOnWriteArrayList<>();

  public RecordedRoute53() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public AwsAccess access() {
    return AwsAccess.emulator(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  void throttleOnce() {
    throttled.set(1);
  }

  void refuse() {
    refusing = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestURI().toString();
    asked.add(request);
    if (refusing) {
      send(exchange, 403, ERROR.formatted("AccessDenied", "not allowed: route53:ListHostedZones"));
    } else if (throttled.getAndDecrement() > 0) {
      send(exchange, 400, ERROR.formatted("Throttling", "Rate exceeded"));
    } else {
      send(exchange, 200, Files.readString(FOLDER.resolve(file(request))));
    }
  }

  private static String file(String request) {
    if (request.contains("/rrset")) {
      return request.contains("name=by-network") ? "rrset-2.xml" : "rrset-1.xml";
    }
    if (request.contains("/cidrblocks")) {
      return "cidrblocks.xml";
    }
    return request.replaceAll("^/2013-04-01/(\\w+).*", "$1") + ".xml";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
