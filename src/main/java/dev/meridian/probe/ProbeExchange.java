package dev.meridian.probe;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** The HTTP request of a probe, and the response to it. */
final class ProbeExchange implements Closeable {
  /** Only this much of the body is searched, in bytes. */
  private static final int SEARCHED = 5120;

  /** Larger response headers are a failure, in bytes for all of them. */
  private static final int MOST_HEADERS = 16 * 1024;

  private static final String AGENT = "Amazon-Route53-Health-Check-Service (played by Meridian)";

  private final DefaultBHttpClientConnection connection;
  private @Nullable ClassicHttpResponse response;

  ProbeExchange(Socket socket) throws IOException {
    connection =
        new DefaultBHttpClientConnection(
            Http1Config.custom()
                .setMaxLineLength(MOST_HEADERS)
                .setMaxHeaderCount(MOST_HEADERS)
                .build());
    connection.bind(socket);
  }

  /** Sends the request, and returns the status of the response. */
  int status(String path, String host) throws IOException, HttpException {
    ClassicHttpRequest request = new BasicClassicHttpRequest(Method.GET, path);
    request.addHeader("Host", host);
    request.addHeader("User-Agent", AGENT);
    request.addHeader("Accept", "*/*");
    request.addHeader("Accept-Encoding", "gzip, deflate");
    request.addHeader("Connection", "close");
    connection.sendRequestHeader(request);
    connection.flush();
    ClassicHttpResponse received = connection.receiveResponseHeader();
    int size = 0;
    for (Header header : received.getHeaders()) {
      size += header.getName().length() + header.getValue().length() + ": \r\n".length();
    }
    if (size > MOST_HEADERS) {
      throw new MessageConstraintException("headers of " + size + " bytes");
    }
    response = received;
    return received.getCode();
  }

  /** Whether the text is completely in the first 5,120 bytes of the body, after decoding. */
  boolean contains(String text) throws IOException, HttpException {
    connection.receiveResponseEntity(response);
    if (response == null || response.getEntity() == null) {
      return false;
    }
    String encoding = response.getEntity().getContentEncoding();
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    byte[] read = new byte[SEARCHED];
    int length = 0;
    try (InputStream body = decoded(response.getEntity().getContent(), encoding)) {
      int more = body.read(read, 0, SEARCHED);
      while (more > 0) {
        length += more;
        if (isIn(wanted, read, length)) {
          return true;
        }
        more = body.read(read, length, SEARCHED - length);
      }
    }
    return false;
  }

  private static InputStream decoded(InputStream body, @Nullable String encoding)
      throws IOException {
    return switch (encoding == null ? "" : encoding.toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> new GZIPInputStream(body);
      case "deflate" -> new InflaterInputStream(body);
      default -> body;
    };
  }

  private static boolean isIn(byte[] wanted, byte[] read, int length) {
    for (int start = 0; start + wanted.length <= length; start++) {
      int i = 0;
      while (i < wanted.length && read[start + i] == wanted[i]) {
        i++;
      }
      if (i == wanted.length) {
        return true;
      }
    }
    return false;
  }

  /** Closes the connection at once, without reading the rest of the body. */
  @Override
  public void close() {
    connection.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }
}
