package dev.meridian.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads files of a limited size, because a file that is too large would fill the memory. */
public final class InputFile {
  /** A million bytes. */
  public static final int MEGABYTE = 1_000_000;

  /** A file is larger than its limit. The message has the size and the limit. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLarge(String message) {
      super(message);
    }
  }

  private InputFile() {}

  /**
   * The content of a file.
   *
   * @param most the limit in bytes, at least a megabyte
   * @throws TooLarge if the file is larger; it is not read then
   */
  public static byte[] read(Path file, int most) throws IOException {
    long size = Files.size(file);
    if (size > most) {
      throw new TooLarge(
          String.format(
              Locale.ROOT,
              "the file has %.1f MB, more than the limit of %d MB",
              (double) size / MEGABYTE,
              most / MEGABYTE));
    }
    // A pipe has no size.
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new TooLarge("the file has more than the limit of " + most / MEGABYTE + " MB");
      }
      return bytes;
    }
  }
}
