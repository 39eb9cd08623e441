package dev.meridian.importing;

import java.util.List;

/** The comment a written file begins with. */
record HeaderComment(String source, List<String> leftOut, List<String> renamed) {
  private static final int MOST_RENAMED = 20;

  String text() {
    StringBuilder out = new StringBuilder();
    line(out, "Imported by Meridian from " + source + ".");
    line(out, "");
    line(out, "Endpoints are what the records led to. To have Meridian build what stands there,");
    line(out, "declare regions and lead the names to them; docs/import.md tells how to go on.");
    if (!leftOut.isEmpty()) {
      line(out, "");
      line(out, "NOT IN THIS FILE, and to be looked after elsewhere:");
      leftOut.forEach(item -> item(out, item));
    }
    if (!renamed.isEmpty()) {
      line(out, "");
      line(out, "Called otherwise in Meridian's plan, which changes no answer:");
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

  /** Names come from outside: no control character may end the comment, or talk to a terminal. */
  private static void line(StringBuilder out, String text) {
    String safe = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}\\x{85}]", "?");
    out.append(safe.isEmpty() ? "#" : "# " + safe).append('\n');
  }
}
