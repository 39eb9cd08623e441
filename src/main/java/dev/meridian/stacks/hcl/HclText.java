package dev.meridian.stacks.hcl;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a declaration on its way into HCL. CDKTF writes some texts as they are, resolves others
 * as its own tokens and drops a few keys (docs/adr/0031). So it only ever sees letters and HCL's
 * escapes for everything else. {@link HclReader} turns the escapes back into readable text.
 */
public final class HclText {
  /** Text that CDKTF does not change, unless it looks like one of its tokens for numbers. */
  private static final Pattern ORDINARY = Pattern.compile("[A-Za-z][A-Za-z0-9 ._/:@-]*");

  private static final Pattern NUMBER_TOKEN = Pattern.compile("[-0-9.]e[-0-9.]");

  /** Characters that control a terminal or that an editor hides. */
  private static final String INVISIBLE = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}";

  private static final Pattern NO_LETTER =
      Pattern.compile("[" + INVISIBLE + "]|[\\x00-\\x7f&&[^A-Za-z]]");
  private static final Pattern NO_LETTER_OR_ASCII =
      Pattern.compile("[" + INVISIBLE + "]|[\\x00-\\x7f]");
  private static final Pattern HIDDEN = Pattern.compile("[" + INVISIBLE + "]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final Pattern ESCAPES = Pattern.compile("(?:" + ESCAPE.pattern() + ")++");
  private static final Map<String, String> SHORT = Map.of("\n", "\\n", "\r", "\\r", "\t", "\\t");

  private HclText() {}

  /** {@code text}, escaped for CDKTF. HCL reads it back as the same text, whatever it contains. */
  public static String literal(String text) {
    boolean ordinary = ORDINARY.matcher(text).matches() && !NUMBER_TOKEN.matcher(text).find();
    return ordinary ? text : escaped(NO_LETTER, text);
  }

  /** The same for a key of a map. CDKTF interprets keys such as {@code value}. */
  public static String key(String text) {
    return escaped(NO_LETTER_OR_ASCII, text);
  }

  /** A reference, such as {@code aws_vpc.main.id}, in the form CDKTF passes through. */
  public static String reference(String expression) {
    return "${" + expression + "}";
  }

  /** A quoted string that CDKTF wrote, with the escapes of {@link #literal} made readable. */
  static String readable(String string) {
    HclScanner scanner = new HclScanner(string);
    StringBuilder readable = new StringBuilder();
    int from = 0;
    for (int at = string.indexOf("${"); at >= 0; at = string.indexOf("${", from)) {
      int end = scanner.afterTemplate(at);
      readable.append(shortened(string.substring(from, at))).append(string, at, end);
      from = end;
    }
    return readable.append(shortened(string.substring(from))).toString();
  }

  /** Escapes in a row belong together: <code>${</code> means what neither character means alone. */
  private static String shortened(String text) {
    return ESCAPES
        .matcher(text)
        .replaceAll(
            run -> {
              String plain = ESCAPE.matcher(run.group()).replaceAll(HclText::character);
              String quoted =
                  plain
                      .replace("\\", "\\\\")
                      .replace("\"", "\\\"")
                      .replace("${", "$${")
                      .replace("%{", "%%{");
              return Matcher.quoteReplacement(escaped(HIDDEN, quoted));
            });
  }

  private static String escaped(Pattern unsafe, String text) {
    return unsafe
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(escape(found.group(), unsafe == HIDDEN)));
  }

  private static String escape(String character, boolean brief) {
    int code = character.codePointAt(0);
    String escape =
        code > 0xffff
            ? String.format(Locale.ROOT, "\\U%08x", code)
            : String.format(Locale.ROOT, "\\u%04x", code);
    return brief ? SHORT.getOrDefault(character, escape) : escape;
  }

  private static String character(MatchResult escape) {
    return Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16)));
  }
}
