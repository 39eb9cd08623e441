package dev.meridian.testing;

import dev.meridian.aws.AwsAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers like Route 53's API, from files. It can throttle the first request, or refuse all. */
public final class RecordedRoute53 implements AutoCloseable {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/aws");
  private static final String ERROR =
      "<ErrorResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Error>"
          + "<Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>";

  private final LoopbackServer server;
  private final AtomicInteger throttled = new AtomicInteger();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean refusing;

  public RecordedRoute53() throws IOException {
    server = new LoopbackServer(this::answer);
  }

  public AwsAccess access() {
    return AwsAccess.emulator(server.endpoint());
  }

  public void throttleOnce() {
    throttled.set(1);
  }

  public void refuse() {
    refusing = true;
  }

  /** The paths of all requests. */
  public List<String> asked() {
    return asked;
  }

  private LoopbackServer.Response answer(LoopbackServer.Request request) throws IOException {
    asked.add(request.path());
    if (refusing) {
      return new LoopbackServer.Response(
          403, ERROR.formatted("AccessDenied", "not allowed: route53:ListHostedZones"));
    }
    if (throttled.getAndDecrement() > 0) {
      return new LoopbackServer.Response(400, ERROR.formatted("Throttling", "Rate exceeded"));
    }
    return LoopbackServer.Response.ok(Files.readString(FOLDER.resolve(file(request.path()))));
  }

  private static String file(String request) {
    if (request.contains("/rrset")) {
      return request.contains("name=by-network") ? "rrset-2.xml" : "rrset-1.xml";
    }
    if (request.contains("/cidrblocks")) {
      return "cidrblocks.xml";
    }
    String second = request.matches(".*/(?:t-2|p-2/1)") ? "-2" : "";
    return request.replaceAll("^/2013-04-01/(\\w+).*", "$1") + second + ".xml";
  }

  @Override
  public void close() {
    server.close();
  }
}
