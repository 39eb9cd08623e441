package dev.meridian.diagnostic;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Decodes a file, without a byte order mark, or reports where it is not valid UTF-8. */
public final class Utf8 {
  /** Some editors and spreadsheets on Windows begin files with it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Utf8() {}

  public static Optional<String> decode(
      String file, byte[] bytes, Consumer<Diagnostic> diagnostics) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    String read = text.flip().toString();
    if (result.isError()) {
      int line = (int) read.chars().filter(c -> c == '\n').count() + 1;
      int column = read.length() - read.lastIndexOf('\n');
      diagnostics.accept(
          new Diagnostic(
              new SourceLocation(file, line, column),
              "",
              "the file is not valid UTF-8 from here on",
              "save it as UTF-8"));
      return Optional.empty();
    }
    return Optional.of(read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read);
  }
}
