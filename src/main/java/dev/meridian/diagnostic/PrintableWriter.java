package dev.meridian.diagnostic;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Escapes the characters that can control a terminal, or reverse the order of what it shows, in
 * everything that is written. Line breaks and tabs remain. JSON stays valid and means the same.
 */
public final class PrintableWriter extends FilterWriter {
  /** The control characters, the line separators, and the bidirectional ones (UAX 9, 2). */
  static final Pattern CONTROL =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\n\t]]");

  public PrintableWriter(Writer to) {
    super(to);
  }

  @Override
  public void write(int c) throws IOException {
    out.write(Printable.escaped(String.valueOf((char) c), CONTROL));
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(Printable.escaped(new String(text, from, length), CONTROL));
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(Printable.escaped(text.substring(from, from + length), CONTROL));
  }
}
