package dev.meridian.stacks.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of stacks while files in it are replaced. New files are written completely before the
 * first old one is replaced, and each replacement is a rename, so a full disk or an interruption
 * leaves no file half-written. Only one process at a time can have the folder.
 */
public final class OutputFolder implements AutoCloseable {
  /** Stays in the folder: removing a lock file can give two processes the lock. */
  static final String LOCK = ".meridian.lock";

  /** In the folder itself, because a rename does not work across file systems. */
  private static final String STAGING = ".meridian.new";

  private static final String PREVIOUS = ".meridian.old";

  private final Path folder;
  private final FileChannel channel;

  private OutputFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Writes new files to a folder, with the same layout as the folder of stacks. */
  @FunctionalInterface
  public interface Writer {
    void write(Path staging) throws IOException;
  }

  /**
   * Locks {@code folder}, and creates it if it does not exist. The operating system releases the
   * lock when the process ends, however it ends.
   *
   * @throws OutputRefused if another process has it
   */
  public static OutputFolder lock(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw OutputRefused.inUse(folder);
    }
    OutputFolder locked = new OutputFolder(folder, channel);
    locked.removeTemporaryFiles();
    return locked;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process has it
    }
  }

  /** Replaces the files that {@code writer} writes. If that fails, all files are as before. */
  public void replace(Writer writer) throws IOException {
    Path staging = folder.resolve(STAGING);
    try {
      Files.createDirectories(staging);
      writer.write(staging);
      List<Path> files = files(staging).stream().map(staging::relativize).toList();
      for (Path file : files) {
        backUp(file);
      }
      rename(staging, files);
    } finally {
      removeTemporaryFiles();
    }
  }

  /** Copies {@code source} to {@code file} in this folder, unless that exists. */
  public void copyIfMissing(Path source, Path file) throws IOException {
    Path target = folder.resolve(file);
    if (!Files.exists(target)) {
      replace(staging -> copy(source, staging.resolve(file)));
    }
  }

  private void backUp(Path file) throws IOException {
    Path old = folder.resolve(file);
    createParent(old);
    if (Files.exists(old)) {
      copy(old, folder.resolve(PREVIOUS).resolve(file));
    }
  }

  private void rename(Path staging, List<Path> files) throws IOException {
    List<Path> replaced = new ArrayList<>();
    try {
      for (Path file : files) {
        move(staging.resolve(file), folder.resolve(file));
        replaced.add(file);
      }
    } catch (IOException e) {
      for (Path file : replaced) {
        restore(file);
      }
      throw e;
    }
  }

  private void restore(Path file) throws IOException {
    Path old = folder.resolve(PREVIOUS).resolve(file);
    if (Files.exists(old)) {
      move(old, folder.resolve(file));
    } else {
      Files.delete(folder.resolve(file));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copy(Path from, Path to) throws IOException {
    createParent(to);
    Files.copy(from, to);
  }

  private static void createParent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void removeTemporaryFiles() throws IOException {
    remove(folder.resolve(STAGING));
    remove(folder.resolve(PREVIOUS));
  }

  /** Removes {@code root} with everything in it; does nothing if it does not exist. */
  public static void remove(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
