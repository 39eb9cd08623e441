package dev.meridian.declaration.yaml;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.SourceLocation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Explains the YAML library's errors to people who don't write YAML every day. */
final class YamlErrors {
  private static final Pattern NO_CHARACTER =
      Pattern.compile("\\\\(?:[xuU](?![0-9a-fA-F])|U(?!000|0010))");

  /**
   * A message and a fix for each error. The first one whose text is in the library's message
   * applies.
   */
  private enum Remedy {
    TAB("TAB", "YAML cannot be indented with tabs", "indent with spaces"),
    QUOTE(
        "while scanning a quoted scalar",
        "the closing quote is missing",
        "close it with the same quote"),
    ESCAPE(
        "double-quoted scalar",
        "a double-quoted text has an invalid escape sequence",
        "double the backslash, or use single quotes"),
    FLOW(
        "while parsing a flow",
        "a comma or a closing bracket is missing",
        "separate with commas, and close with ] or }"),
    VALUE(
        "mapping values are not allowed",
        "this line has a second \": \"",
        "start a new line for the key, or quote the text"),
    COLON(
        "could not find expected ':'",
        "a key is not followed by \": \"",
        "write key: value, with a space after the colon"),
    ENTRY(
        "sequence entries are not allowed",
        "a list cannot begin here",
        "start a new line for the -"),
    BLOCK(
        "while parsing a block",
        "the indentation does not match the lines above",
        "indent all keys of a mapping equally, and quote text that begins with a quote or bracket"),
    START(
        "cannot start any token",
        "unquoted text cannot begin with this character",
        "quote the text, such as \"@\""),
    ANCHOR(
        "while scanning an a", "an anchor or alias has no name", "quote text that contains * or &"),
    OTHER(
        "",
        "the YAML cannot be read",
        "check the indentation, quotes and brackets above this line");

    private final String part;
    private final String what;
    private final String fix;

    Remedy(String part, String what, String fix) {
      this.part = part;
      this.what = what;
      this.fix = fix;
    }

    static Remedy of(String message) {
      return Arrays.stream(values()).filter(r -> message.contains(r.part)).findFirst().get();
    }
  }

  private YamlErrors() {}

  static SourceLocation source(String file, Optional<Mark> mark) {
    return mark.map(m -> new SourceLocation(file, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> SourceLocation.wholeFile(file));
  }

  private static String begin(Mark mark) {
    return " (opened in line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
  }

  static Diagnostic syntax(String file, MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : e.getContext();
    Remedy remedy = Remedy.of(context + " " + e.getProblem());
    String detail =
        switch (remedy) {
          case OTHER -> ": " + e.getProblem().strip().replaceAll("\\R", "a line break ");
          case QUOTE, FLOW -> e.getContextMark().map(YamlErrors::begin).orElse("");
          default -> "";
        };
    return new Diagnostic(source(file, e.getProblemMark()), "", remedy.what + detail, remedy.fix);
  }

  /**
   * The exception has no place, but a directive is on a line of its own (YAML 1.2, section 6.8).
   */
  static Diagnostic version(String file, String yaml) {
    String before = yaml.substring(0, Math.max(0, yaml.indexOf("%YAML")));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Diagnostic(
        new SourceLocation(file, line, 1),
        "",
        "this version of YAML is not supported",
        "remove the %YAML directive, or write %YAML 1.2");
  }

  /**
   * The library fails with a number format exception for an escape without digits at the end of the
   * text, and for one with a number that is not a character.
   */
  static Diagnostic escape(String file, String yaml) {
    Matcher escape = NO_CHARACTER.matcher(yaml);
    String before = escape.find() ? yaml.substring(0, escape.start()) : "";
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new Diagnostic(
        new SourceLocation(file, line, column), "", Remedy.ESCAPE.what, Remedy.ESCAPE.fix);
  }

  static Diagnostic character(String file, String yaml, ReaderException e) {
    int end = Math.min(e.getPosition(), yaml.codePointCount(0, yaml.length()));
    String before = yaml.substring(0, yaml.offsetByCodePoints(0, end));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new Diagnostic(
        new SourceLocation(file, line, column),
        "",
        String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", e.getCodePoint()),
        String.format(
            Locale.ROOT, "remove it, or write \\x%02X in double quotes", e.getCodePoint()));
  }

  static Diagnostic tooLong(String file, int most) {
    return new Diagnostic(
        SourceLocation.wholeFile(file),
        "",
        "the file has more than " + most + " characters",
        "split the names into several zones, with one file per zone");
  }

  static Diagnostic twice(SourceLocation at, KeyPath key, int line) {
    return new Diagnostic(
        at, key, "duplicate key; the first one is in line " + line, "merge the two, or remove one");
  }
}
