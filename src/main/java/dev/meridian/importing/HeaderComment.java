package dev.meridian.importing;

import java.util.List;

/** The comment at the beginning of an imported file. */
record HeaderComment(String source, List<String> leftOut, List<String> renamed) {
  private static final int MOST_RENAMED = 20;

  String text() {
    StringBuilder out = new StringBuilder();
    line(out, "Imported by Meridian from " + source + ".");
    line(out, "");
    line(out, "Endpoints are what the records point to. To let Meridian create those resources,");
    line(
        out,
        "declare regions and point the names to them. For the next steps, see docs/import.md.");
    if (!leftOut.isEmpty()) {
      line(out, "");
      line(out, "NOT IN THIS FILE, manage it elsewhere:");
      leftOut.forEach(item -> item(out, item));
    }
    if (!renamed.isEmpty()) {
      line(out, "");
      line(out, "These names differ in Meridian's plan, which changes no answer:");
      renamed.stream().limit(MOST_RENAMED).forEach(item -> item(out, item));
      if (renamed.size() > MOST_RENAMED) {
        line(out, "- and " + (renamed.size() - MOST_RENAMED) + " more");
      }
    }
    return out.toString();
  }

  private static void item(StringBuilder out, String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      line(out, (i == 0 ? "- " : "  ") + lines.get(i).strip());
    }
  }

  /** Names are untrusted: no control character may end the comment or reach a terminal. */
  private static void line(StringBuilder out, String text) {
    String safe = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    out.append(safe.isEmpty() ? "#" : "# " + safe).append('\n');
  }
}
