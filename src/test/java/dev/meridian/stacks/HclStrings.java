package dev.meridian.stacks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The quoted strings of a stack's file, and what they mean. It shares nothing with the code that
 * writes them.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/strings">Strings</a>
 */
final class HclStrings {
  /** A heredoc, a string, or the bare key of an argument or a map. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)<<-EOT\n.*?\n *EOT\n|(\"(?:[^\"\\\\]|\\\\.)*\")|([A-Za-z_][A-Za-z0-9_-]*)(?= +=)");

  private HclStrings() {}

  /** Every string and key, in quotes, in the order of the file. */
  static List<String> of(String hcl) {
    List<String> strings = new ArrayList<>();
    TOKEN.matcher(hcl).results().forEach(token -> add(token, strings));
    return strings;
  }

  private static void add(MatchResult token, List<String> strings) {
    if (token.group(1) != null) {
      strings.add(token.group(1));
    } else if (token.group(2) != null) {
      strings.add('"' + token.group(2) + '"');
    }
  }

  /** The text of a string. Fails where it holds an expression, as none of ours does. */
  static String text(String quoted) {
    StringBuilder text = new StringBuilder();
    String body = quoted.substring(1, quoted.length() - 1);
    for (int at = 0; at < body.length(); ) {
      char c = body.charAt(at);
      if (c == '\\') {
        at = escape(body, at, text);
      } else if (body.startsWith("$${", at) || body.startsWith("%%{", at)) {
        text.append(c).append('{');
        at += 3;
      } else if (body.startsWith("${", at) || body.startsWith("%{", at) || c == '"' || c < ' ') {
        throw new AssertionError("no plain string: " + quoted);
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private static int escape(String body, int at, StringBuilder text) {
    char kind = body.charAt(at + 1);
    int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0) {
      text.appendCodePoint(Integer.parseInt(body.substring(at + 2, at + 2 + digits), 16));
    } else {
      int index = "nrt\"\\".indexOf(kind);
      if (index < 0) {
        throw new AssertionError("HCL knows no \\" + kind + ": " + body);
      }
      text.append("\n\r\t\"\\".charAt(index));
    }
    return at + 2 + digits;
  }
}
