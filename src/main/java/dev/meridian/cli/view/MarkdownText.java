package dev.meridian.cli.view;

/** Text that has no markup in Markdown. */
public final class MarkdownText {
  private MarkdownText() {}

  /** A sentence in which nothing is markup. Links and mentions are not made either. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      // The point of "www." would make a link, but the one that ends a sentence stays readable.
      boolean end = c == '.' && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
      if (word || end || " ,;:%()'-–".indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append("&#").append((int) c).append(';');
      }
    }
    return escaped.toString();
  }
}
