package dev.meridian.cli;

import dev.meridian.cli.option.BadInput;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

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

  /**
   * Creates a file, or replaces it if {@code force}.
   *
   * @throws BadInput if it exists and may not be replaced, or if its folder does not exist
   */
  static void write(Path file, boolean force, String text) throws BadInput, IOException {
    requireFree(file, force);
    if (force) {
      replace(file, text);
      return;
    }
    try {
      create(file, text);
    } catch (FileAlreadyExistsException e) {
      throw exists(file); // since the check
    }
  }

  /**
   * Checks what {@link #write} requires, before something that takes long.
   *
   * @throws BadInput if the file exists and may not be replaced, or if its folder does not exist
   */
  static void requireFree(Path file, boolean force) throws BadInput {
    if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(file);
    }
    if (Files.isDirectory(file)) {
      throw refused(file, "it is a folder", "name a file");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw refused(file, "its folder does not exist", "create the folder first");
    }
  }

  private static BadInput exists(Path file) {
    return refused(file, "it exists already", "choose another file, or overwrite it with --force");
  }

  private static BadInput refused(Path file, String what, String fix) {
    return new BadInput(
        List.of(new Diagnostic(SourceLocation.wholeFile(file.toString()), "", what, fix)));
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
