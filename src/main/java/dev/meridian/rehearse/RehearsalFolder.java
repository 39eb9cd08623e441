package dev.meridian.rehearse;

import dev.meridian.terraform.json.TerraformFile;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
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
 * Where a rehearsal writes: stacks, states, logs. It belongs to one rehearsal at a time, and to
 * rehearsals alone: a folder with files of somebody else's is refused. States of a rehearsal that
 * was cut off are put aside, not removed; only those of one that has destroyed all it made go.
 */
final class RehearsalFolder implements AutoCloseable {
  /** Held while a rehearsal is at work. Its being there says whose folder it is. */
  private static final String LOCK = "meridian-rehearsal.lock";

  private static final String ENDPOINT = "endpoint";
  private static final String BEFORE = "existed-before";
  private static final String OTHER_FOLDER = "name another folder with --folder";

  private final Path folder;
  private final FileChannel channel;

  private RehearsalFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder, which is made where it is missing.
   *
   * @throws RehearsalRefused where it is somebody else's or in use
   */
  static RehearsalFolder take(Path given) throws IOException, RehearsalRefused {
    Path folder = given.toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    if (!isOurs(folder) && !isEmpty(folder)) {
      throw new RehearsalRefused(
          folder + " holds files that no rehearsal wrote.",
          "name an empty folder, or one that does not exist, with --folder");
    }
    return new RehearsalFolder(folder, locked(folder));
  }

  private static boolean isOurs(Path folder) {
    return Files.isRegularFile(folder.resolve(LOCK));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static FileChannel locked(Path folder) throws IOException, RehearsalRefused {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new RehearsalRefused(
          "Another rehearsal is at work in " + folder + ".", "wait for it, or " + OTHER_FOLDER);
    }
    // Whatever repository this is in, nothing of it is meant to be committed.
    Files.writeString(folder.resolve(".gitignore"), "*\n");
    return channel;
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

  /** What stands in, in these states, for what the declaration says exists already. */
  PlaceholderFile placeholders() throws IOException {
    return PlaceholderFile.in(folder);
  }

  /**
   * Makes room for a rehearsal at {@code given}, or on a local AWS of its own where that is null.
   *
   * @param answers whether an endpoint answers
   */
  void makeRoom(@Nullable URI given, Predicate<URI> answers, Consumer<String> out)
      throws IOException, RehearsalRefused {
    Optional<URI> earlier = endpoint(folder);
    boolean same = earlier.isPresent() && earlier.get().equals(given);
    if (same) {
      return;
    }
    if (earlier.isPresent() && answers.test(earlier.get())) {
      throw new RehearsalRefused(
          "An earlier rehearsal of " + folder + " still runs at " + earlier.get() + ".",
          "end it as it said when it was kept, go on with --aws-endpoint "
              + earlier.get()
              + ", or "
              + OTHER_FOLDER);
    }
    Files.deleteIfExists(folder.resolve(BEFORE));
    placeholders().remove();
    List<Path> states = states();
    if (states.stream().noneMatch(RehearsalFolder::holdsSomething)) {
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
      if (!isState(state) || !holdsSomething(state)) {
        Files.deleteIfExists(state);
      }
    }
    Files.deleteIfExists(folder.resolve(ENDPOINT));
    Files.deleteIfExists(folder.resolve(BEFORE));
    placeholders().remove();
  }

  /** Where the rehearsal that {@code folder} belongs to is, or empty where it is none's. */
  static Optional<URI> endpoint(Path folder) throws IOException {
    Path file = folder.resolve(ENDPOINT);
    if (!isOurs(folder) || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(Files.readString(file).strip()));
    } catch (URISyntaxException e) {
      return Optional.empty(); // cut off while it was written
    }
  }

  /** States, their backups and their locks. */
  private List<Path> states() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\.?terraform\\..+\\.tfstate.*"))
          .sorted()
          .toList();
    }
  }

  private static boolean isState(Path file) {
    return file.toString().endsWith(".tfstate");
  }

  private static boolean holdsSomething(Path state) {
    // What cannot be read may hold something.
    return isState(state)
        && TerraformFile.read(state, problem -> {}).map(file -> file.size() > 0).orElse(true);
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
