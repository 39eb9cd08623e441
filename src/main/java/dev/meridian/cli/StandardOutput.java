package dev.meridian.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An output that remembers its first error, which a {@link java.io.PrintWriter} hides. */
final class StandardOutput extends FilterOutputStream {
  /** The message of EPIPE (errno(3)): the reader, such as {@code head}, has ended. */
  private static final String CLOSED = "Broken pipe";

  private @Nullable IOException error;

  StandardOutput(OutputStream to) {
    super(to);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  private IOException remembered(IOException e) {
    if (error == null) {
      error = e;
    }
    return e;
  }

  /** Why a part of the output is lost; empty if nothing is, or if nobody reads it any more. */
  Optional<String> lost() {
    return Optional.ofNullable(error)
        .map(e -> String.valueOf(e.getMessage()))
        .filter(message -> !message.equals(CLOSED));
  }
}
