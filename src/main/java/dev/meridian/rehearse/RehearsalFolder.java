package dev.meridian.rehearse;

import dev.meridian.terraform.TerraformFile;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a rehearsal writes: stacks, states, logs. It belongs to one rehearsal at a time. States of
 * a rehearsal that was cut off are put aside, not removed; only those of one that has destroyed all
 * it made go.
 */
final class RehearsalFolder implements AutoCloseable {
  private static final String ENDPOINT = "endpoint";
  private static final String BEFORE = "existed-before";
  private static final String OTHER_FOLDER = ", or name another folder with --folder";

  private final Path folder;
  private final FileChannel channel;

  private RehearsalFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Makes the folder where it is missing, and takes it. */
  static RehearsalFolder take(Path folder) throws IOException, RehearsalRefused {
    Path absolute = Files.createDirectories(folder.toAbsolutePath().normalize());
    // Whatever repository this is in, nothing of it is meant to be committed.
    Files.writeString(absolute.resolve(".gitignore"), "*\n");
    FileChannel channel =
        FileChannel.open(
            absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new RehearsalRefused(
          "Another rehearsal is at work in " + absolute + ".", "wait for it" + OTHER_FOLDER);
    }
    return new RehearsalFolder(absolute, channel);
  }

  /** Goes with this process, however that ends. */
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path path() {
    return folder;
  }

  /**
   * Makes room for a rehearsal at {@code given}, or on a local AWS of its own where that is null.
   *
   * @param answers whether an endpoint answers
   */
  void makeRoom(@Nullable URI given, Predicate<URI> answers, Consumer<String> out)
      throws IOException, RehearsalRefused {
    Optional<URI> earlier = earlier();
    boolean same = earlier.isPresent() && earlier.get().equals(given);
    if (earlier.isPresent() && !same && answers.test(earlier.get())) {
      throw new RehearsalRefused(
          "An earlier rehearsal of " + folder + " still runs at " + earlier.get() + ".",
          "end it as it said when it was kept" + OTHER_FOLDER);
    }
    List<Path> states = states();
    if (!same) {
      Files.deleteIfExists(folder.resolve(BEFORE));
    }
    if (same || states.stream().noneMatch(RehearsalFolder::holdsSomething)) {
      return;
    }
    Path aside = aside();
    for (Path state : states) {
      Files.move(state, aside.resolve(state.getFileName()));
    }
    out.accept("The states of a rehearsal that did not end are now in " + aside + ".");
  }

  /** Notes where this rehearsal's resources are. */
  void occupy(URI endpoint) throws IOException {
    Files.writeString(folder.resolve(ENDPOINT), endpoint.toString());
  }

  /** What existed before the rehearsal that these states are of began. */
  SortedSet<String> before(SortedSet<String> now) throws IOException {
    Path file = folder.resolve(BEFORE);
    if (!Files.exists(file)) {
      Files.write(file, now);
    }
    return new TreeSet<>(Files.readAllLines(file));
  }

  /** Removes the states, after everything in them has been destroyed. */
  void vacate() throws IOException {
    for (Path state : states()) {
      if (!state.toString().endsWith(".tfstate") || !holdsSomething(state)) {
        Files.deleteIfExists(state);
      }
    }
    Files.deleteIfExists(folder.resolve(ENDPOINT));
    Files.deleteIfExists(folder.resolve(BEFORE));
  }

  private Optional<URI> earlier() throws IOException {
    Path file = folder.resolve(ENDPOINT);
    return Files.exists(file)
        ? Optional.of(URI.create(Files.readString(file).strip()))
        : Optional.empty();
  }

  /** States, their backups and their locks. */
  private List<Path> states() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains(".tfstate")).sorted().toList();
    }
  }

  private static boolean holdsSomething(Path state) {
    if (!state.toString().endsWith(".tfstate")) {
      return false;
    }
    // What cannot be read may hold something.
    return TerraformFile.read(state, problem -> {}).map(file -> file.size() > 0).orElse(true);
  }

  private Path aside() throws IOException {
    int number = 1;
    while (Files.exists(folder.resolve("earlier").resolve(String.valueOf(number)))) {
      number++;
    }
    return Files.createDirectories(folder.resolve("earlier").resolve(String.valueOf(number)));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
