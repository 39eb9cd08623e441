package dev.meridian.testing;

import dev.meridian.aws.AwsAccess;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers like AWS's query APIs (Elastic Load Balancing, EC2, Auto Scaling, CloudWatch, SNS), from
 * files in one folder: {@code ACTION.NAME.xml}, where NAME is what the request asks about, or
 * {@code ACTION.xml} for all others.
 */
public final class RecordedAws implements AutoCloseable {
  private static final Pattern ACTION = Pattern.compile("Action=(\\w+)&.*");

  /** The load balancer or target group of an ARN, or the security group of a filter. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          ".*&(?:LoadBalancerArn|TargetGroupArn)=.*(?:/app/|/net/|:targetgroup/)([^/&]+)/.*"
              + "|.*&Filter\\.1\\.Name=group-id&Filter\\.1\\.Value\\.1=([^&]+).*");

  private final Path folder;
  private final LoopbackServer server;
  private final Map<String, String> changed = new TreeMap<>();
  private final Map<String, Integer> failing = new TreeMap<>();

  public RecordedAws(Path folder) throws IOException {
    this.folder = folder;
    server = new LoopbackServer(this::answer);
  }

  public AwsAccess access() {
    return AwsAccess.emulator(server.endpoint());
  }

  /** Replaces the first {@code old} in what is served from {@code file}, which must contain it. */
  public RecordedAws change(String file, String old, String replacement) throws IOException {
    String text = text(file);
    if (!text.contains(old)) {
      throw new AssertionError(file + " does not contain " + old);
    }
    changed.put(file, text.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(replacement)));
    return this;
  }

  /** Answers with that HTTP status, and the error that AWS sends with it. */
  public RecordedAws fail(String file, int status) {
    failing.put(file, status);
    return this;
  }

  private LoopbackServer.Response answer(LoopbackServer.Request request) throws IOException {
    String body = URLDecoder.decode(request.body(), StandardCharsets.UTF_8);
    Matcher action = ACTION.matcher(body);
    if (!action.matches()) {
      return new LoopbackServer.Response(400, "no action in " + body);
    }
    Matcher subject = SUBJECT.matcher(body);
    if (subject.matches()) {
      String name = subject.group(1) == null ? subject.group(2) : subject.group(1);
      return LoopbackServer.Response.ok(text(action.group(1) + "." + name + ".xml"));
    }
    String file = action.group(1) + ".xml";
    Integer failed = failing.get(file);
    return failed == null
        ? LoopbackServer.Response.ok(text(file))
        : new LoopbackServer.Response(failed, error(failed));
  }

  private static String error(int status) {
    String code = status == 404 ? "NotFound" : "AuthorizationError";
    return "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>no</Message></Error></ErrorResponse>"
        .formatted(code);
  }

  private String text(String file) throws IOException {
    String text = changed.get(file);
    return text == null ? Files.readString(folder.resolve(file)) : text;
  }

  @Override
  public void close() {
    server.close();
  }
}
