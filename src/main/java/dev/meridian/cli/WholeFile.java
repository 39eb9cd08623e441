package dev.meridian.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * Writes a file completely or not at all: it is written next to its place, and then moved there. So
 * a full disk or an interrupt leaves the earlier file as it was.
 */
final class WholeFile {
  private WholeFile() {}

  /**
   * Creates a file.
   *
   * @throws FileAlreadyExistsException if it exists, whatever it is
   * @throws java.nio.file.NoSuchFileException if its folder does not exist
   */
  static void create(Path file, String text) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a file exists with other content. */
  static boolean differs(Path file, byte[] bytes) throws IOException {
    return Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes);
  }

  /** Creates or replaces a file. Of a symbolic link, the target is replaced. */
  static void replace(Path file, String text) throws IOException {
    replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for bytes. A device, such as {@code /dev/stdout}, is written to directly. */
  static void replace(Path file, byte[] bytes) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.write(file, bytes);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
