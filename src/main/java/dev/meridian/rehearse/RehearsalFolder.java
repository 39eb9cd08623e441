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
 * The folder where a rehearsal writes stacks, states and logs. Only one rehearsal can use it at a
 * time. A folder with other files is refused. The states of an interrupted rehearsal are moved
 * aside, not removed. States are removed only after everything was destroyed.
 */
final class RehearsalFolder implements AutoCloseable {
  /** Locked while a rehearsal runs. Its existence shows that the folder belongs to rehearsals. */
  private static final String LOCK = "meridian-rehearsal.lock";

  private static final String ENDPOINT = "endpoint";
  private static final String PID = "pid";
  private static final String BEFORE = "existed-before";
  private static final String OTHER_FOLDER = "name another folder with --folder";

  private final Path folder;
  private final FileChannel channel;

  private RehearsalFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Locks the folder, and creates it if it does not exist.
   *
   * @throws RehearsalRefused if it has other files or is in use
   */
  static RehearsalFolder take(Path given) throws IOException, RehearsalRefused {
    Path folder = given.toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    if (!isOurs(folder) && !isEmpty(folder)) {
      throw new RehearsalRefused(
          folder + " has files that no rehearsal wrote.",
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
          "Another rehearsal is running in " + folder + ".", "wait for it, or " + OTHER_FOLDER);
    }
    // Keeps the folder out of any repository.
    Files.writeString(folder.resolve(".gitignore"), "*\n");
    return channel;
  }

  /** The operating system releases the lock when this process ends. */
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

  /** The placeholders in these states for resources that the declaration adopts. */
  PlaceholderFile placeholders() throws IOException {
    return PlaceholderFile.in(folder);
  }

  /**
   * Prepares the folder for a rehearsal at {@code given}, or on a new local AWS if that is null.
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
          "An earlier rehearsal of " + folder + " is still running at " + earlier.get() + ".",
          end(folder)
              + ", continue it with --aws-endpoint "
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
    out.accept("The states of a rehearsal that did not finish are now in " + aside + ".");
  }

  /** How to end a rehearsal, also if it was killed before it could print that. */
  private static String end(Path folder) throws IOException {
    Path file = folder.resolve(PID);
    if (!Files.exists(file)) {
      return "end it with the commands that it printed";
    }
    String pid = Files.readString(file).strip();
    return "end it and delete everything on it with kill "
        + pid
        + " (the process of its local AWS)";
  }

  /** Stores the endpoint of this rehearsal's resources, which somebody else started. */
  void occupy(URI endpoint) throws IOException {
    if (!endpoint(folder).equals(Optional.of(endpoint))) {
      Files.deleteIfExists(folder.resolve(PID));
    }
    Files.writeString(folder.resolve(ENDPOINT), endpoint.toString());
  }

  /** The same for a local AWS that this rehearsal started as a process. */
  void occupy(URI endpoint, long pid) throws IOException {
    Files.writeString(folder.resolve(PID), Long.toString(pid));
    Files.writeString(folder.resolve(ENDPOINT), endpoint.toString());
  }

  /** What existed before the rehearsal of these states began. */
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
    Files.deleteIfExists(folder.resolve(PID));
    Files.deleteIfExists(folder.resolve(BEFORE));
    placeholders().remove();
  }

  /** The endpoint of the rehearsal in {@code folder}, or empty if there is none. */
  static Optional<URI> endpoint(Path folder) throws IOException {
    Path file = folder.resolve(ENDPOINT);
    if (!isOurs(folder) || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(Files.readString(file).strip()));
    } catch (URISyntaxException e) {
      return Optional.empty(); // incomplete, because writing was interrupted
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
    // A state that cannot be read may have resources.
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
