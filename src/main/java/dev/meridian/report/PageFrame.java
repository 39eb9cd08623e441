package dev.meridian.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What all pages have. A page loads nothing from elsewhere, and runs only its own script.
 *
 * @param json the data of the script, in a form that cannot end its element
 * @param script empty if the page has none
 * @param policy the Content-Security-Policy
 */
public record PageFrame(String json, String script, String style, String policy) {

  /**
   * The frame of a page.
   *
   * @param json the data of the scripts
   * @param scripts resources, in the order in which they run
   */
  static PageFrame of(String json, String... scripts) {
    String script =
        List.of(scripts).stream().map(PageFrame::resource).collect(Collectors.joining());
    String style = resource("report.css");
    // https://www.w3.org/TR/CSP3/#framework-directive-source-list
    String policy =
        "default-src 'none'; "
            + (script.isEmpty() ? "" : "script-src " + hash(script) + "; ")
            + "style-src "
            + hash(style)
            + "; img-src data:; base-uri 'none'; form-action 'none'";
    return new PageFrame(escaped(json), script, style, policy);
  }

  /**
   * JSON without characters that could end or begin an element. They only occur in strings, where
   * JSON permits escapes (RFC 8259, section 7).
   */
  private static String escaped(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream data = PageFrame.class.getResourceAsStream(name)) {
      if (data == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(data.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
