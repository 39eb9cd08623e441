package dev.meridian.stacks.hcl;

import dev.meridian.stacks.hcl.HclBlock.Attribute;
import dev.meridian.stacks.hcl.HclBlock.Block;
import dev.meridian.stacks.hcl.HclBlock.Expression;
import dev.meridian.stacks.hcl.HclBlock.Item;
import dev.meridian.stacks.hcl.HclBlock.ListOf;
import dev.meridian.stacks.hcl.HclBlock.ObjectOf;
import dev.meridian.stacks.hcl.HclBlock.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the HCL that CDKTF writes: no comments, and one argument per line. */
public final class HclReader {
  /** The part of HCL's identifiers that this project uses. */
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final String text;
  private final HclScanner scanner;
  private int at;

  private HclReader(String text) {
    this.text = text;
    this.scanner = new HclScanner(text);
  }

  public static List<Item> read(String text) {
    return new HclReader(text).body();
  }

  /** Up to the closing brace, or the end of the text. */
  private List<Item> body() {
    List<Item> items = new ArrayList<>();
    for (skipBlanks(); at < text.length() && text.charAt(at) != '}'; skipBlanks()) {
      items.add(item());
    }
    at++;
    return items;
  }

  private Item item() {
    String name = word();
    skipSpaces();
    if (text.charAt(at) == '=') {
      at++;
      return new Attribute(name, expression());
    }
    List<String> labels = new ArrayList<>();
    while (text.charAt(at) == '"') {
      labels.add(upTo(scanner.afterString(at)));
      skipSpaces();
    }
    expect('{');
    return new Block(name, labels, body());
  }

  private Expression expression() {
    skipBlanks();
    return switch (text.charAt(at)) {
      case '[' -> list();
      case '{' -> object();
      case '"' -> new Scalar(HclText.readable(HclScanner.unwrapped(upTo(scanner.afterString(at)))));
      case '<' -> heredoc();
      default -> new Scalar(upTo(scanner.afterPlain(at)).strip());
    };
  }

  private ListOf list() {
    at++;
    List<Expression> items = new ArrayList<>();
    for (skipBlanks(); text.charAt(at) != ']'; skipBlanks()) {
      items.add(expression());
    }
    at++;
    return new ListOf(items);
  }

  private ObjectOf object() {
    at++;
    List<Attribute> entries = new ArrayList<>();
    for (skipBlanks(); text.charAt(at) != '}'; skipBlanks()) {
      String key = key();
      skipSpaces();
      expect('=');
      entries.add(new Attribute(key, expression()));
    }
    at++;
    return new ObjectOf(entries);
  }

  /**
   * CDKTF does not quote keys that are not identifiers, or {@code for}, which begins an expression.
   */
  private String key() {
    if (text.charAt(at) != '"') {
      return keyed(word());
    }
    String quoted = HclText.readable(upTo(scanner.afterString(at)));
    return keyed(quoted.substring(1, quoted.length() - 1));
  }

  private static String keyed(String key) {
    return IDENTIFIER.matcher(key).matches() && !key.equals("for") ? key : '"' + key + '"';
  }

  /** CDKTF writes every text with line breaks as a heredoc. Meridian's contain a call. */
  private Scalar heredoc() {
    int start = text.indexOf('\n', at) + 1;
    int end = text.indexOf("\nEOF", start);
    at = end + "\nEOF".length();
    String call = text.substring(start, end);
    if (!call.startsWith("${") || !call.endsWith("}")) {
      throw new IllegalStateException("a text with a line break was not escaped: " + call);
    }
    return new Scalar(call.substring(2, call.length() - 1));
  }

  private String word() {
    return upTo(scanner.afterWord(at));
  }

  private String upTo(int end) {
    if (end == at) {
      throw new IllegalStateException("cannot read CDKTF's HCL at: " + text.substring(at));
    }
    String found = text.substring(at, end);
    at = end;
    return found;
  }

  private void expect(char wanted) {
    if (text.charAt(at) != wanted) {
      throw new IllegalStateException("no " + wanted + " in CDKTF's HCL at: " + text.substring(at));
    }
    at++;
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void skipBlanks() {
    while (at < text.length() && " \n\r\t,".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
