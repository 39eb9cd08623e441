package dev.meridian.prose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences in a file. Code and quoted output become blank, so that line numbers are kept. */
final class Prose {
  /** Spans, HTML comments, and the targets of links. */
  private static final Pattern MARKDOWN_CODE =
      Pattern.compile("(?s)``.+?``|`[^`]+`|<!--.*?-->|(?<=\\])\\([^)\\s]*\\)");

  private static final String JAVA_STRING = "\"(?:\\\\.|[^\"\\\\\\n])*\"";
  private static final String C_COMMENT = "//[^\\n]*|/\\*.*?\\*/";

  /** A string is tried first, because it may contain what looks like a comment. */
  private static final Pattern JAVA =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|" + JAVA_STRING + "|" + C_COMMENT);

  private static final Pattern JAVASCRIPT = Pattern.compile("(?s)(?<![:\"])(?:" + C_COMMENT + ")");
  private static final Pattern XML = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern PYTHON =
      Pattern.compile("(?s)\"\"\".*?\"\"\"|(?<=\\s)#[^\\n]*|\\A#[^\\n]*");
  private static final Pattern HASH =
      Pattern.compile("(?<=\\s)#[^\\n]*|\\A#[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"");
  private static final Pattern MARKER = Pattern.compile("(?m)^\\s*(?://+|#+|/?\\*+/?)");
  private static final Pattern JAVADOC_CODE =
      Pattern.compile("\\{@(?:code|link)[^}]*\\}|`[^`\\n]+`");

  private Prose() {}

  static String of(Path file) throws IOException {
    String text = Files.readString(file);
    String name = file.getFileName().toString();
    String kind = name.substring(name.lastIndexOf('.') + 1);
    String prose = prose(kind, text);
    return prose.replaceAll("[ \\t]+", " ").replaceAll("(?m)^ | $", "");
  }

  private static String prose(String kind, String text) {
    return switch (kind) {
      case "md" -> blank(withoutCodeBlocks(text), MARKDOWN_CODE);
      case "java" -> comments(keep(text, JAVA));
      case "mjs", "cjs" -> comments(keep(text, JAVASCRIPT));
      case "py" -> comments(keep(text, PYTHON));
      case "xml" -> keep(text, XML);
      case "help" -> text;
      default -> comments(keep(text, text.startsWith("#!/usr/bin/env python") ? PYTHON : HASH));
    };
  }

  /** Blocks between fences, and blocks of lines that are indented by four spaces. */
  private static String withoutCodeBlocks(String text) {
    StringBuilder kept = new StringBuilder();
    boolean fenced = false;
    boolean blockCanBegin = true;
    for (String line : text.split("\n", -1)) {
      boolean fence = line.startsWith("```");
      boolean indented = blockCanBegin && line.startsWith("    ");
      if (!fenced && !fence && !indented) {
        kept.append(line);
      }
      kept.append('\n');
      fenced ^= fence;
      blockCanBegin = indented || line.isBlank();
    }
    return kept.toString();
  }

  /** Without the marks that begin each line of a comment: a sentence can continue after them. */
  private static String comments(String text) {
    return blank(blank(text, MARKER), JAVADOC_CODE);
  }

  private static String keep(String text, Pattern parts) {
    StringBuilder kept = new StringBuilder(spaces(text));
    Matcher matcher = parts.matcher(text);
    while (matcher.find()) {
      // A sentence can continue in the next string: only the quotes and a plus are between them.
      String part = matcher.group().replaceAll("^\"+|\"+$", " ");
      kept.replace(matcher.start(), matcher.start() + part.length(), part);
    }
    return kept.toString();
  }

  private static String blank(String text, Pattern parts) {
    return parts.matcher(text).replaceAll(part -> Matcher.quoteReplacement(spaces(part.group())));
  }

  private static String spaces(String text) {
    return text.replaceAll("[^\\n]", " ");
  }
}
