package dev.meridian.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Writes a page as HTML. It loads nothing from elsewhere, and runs only its own script. */
public final class PageRenderer {
  private PageRenderer() {}

  /** The page, with every text escaped. */
  public static String html(ReportPage page) {
    String script = resource("report.js");
    String style = resource("report.css");
    // https://www.w3.org/TR/CSP3/#framework-directive-source-list
    String policy =
        "default-src 'none'; script-src "
            + hash(script)
            + "; style-src "
            + hash(style)
            + "; img-src data:; base-uri 'none'; form-action 'none'";
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(
            "report.jte",
            Map.of(
                "page", page,
                "json", escaped(page.json()),
                "script", script,
                "style", style,
                "policy", policy),
            html);
    return html.toString();
  }

  /**
   * JSON without characters that could end or begin an element. They only occur in strings, where
   * JSON permits escapes (RFC 8259, section 7).
   */
  static String escaped(String json) {
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
    try (InputStream data = PageRenderer.class.getResourceAsStream(name)) {
      if (data == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(data.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
