package dev.meridian.report;

import dev.meridian.diagnostic.Printable;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Writes a page as HTML. See {@link PageFrame}. */
public final class PageRenderer {
  private PageRenderer() {}

  /** The page, with every text escaped. */
  public static String html(ReportPage page) {
    return html("report.jte", page, PageFrame.of(page.json(), "map.js", "report.js"));
  }

  /** The page about two versions, with every text escaped. */
  public static String html(ComparisonPage page) {
    return html("comparison.jte", page, PageFrame.of(page.json(), "map.js", "comparison.js"));
  }

  /** The page of a drill, with every text escaped. It needs no script. */
  public static String html(DrillPage page) {
    return html("drill.jte", page, PageFrame.of(""));
  }

  /** Control characters would have no meaning in HTML, and could control a terminal. */
  private static String html(String template, Object page, PageFrame frame) {
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(template, Map.of("page", page, "frame", frame), html);
    return Printable.document(html.toString());
  }
}
