package dev.meridian.config;

import dev.meridian.problem.KeyPath;
import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A YAML file of ours.
 *
 * @param file the name that problems and places carry
 * @param starter the fix where there is nothing to read
 */
record Document(String file, String starter, Consumer<Problem> problems) {

  /** The text of the file at {@code path}, or empty after a problem. */
  Optional<String> text(Path path) {
    try {
      return Utf8.decode(file, Files.readAllBytes(path), problems);
    } catch (NoSuchFileException e) {
      return unreadable("there is no such file", starter);
    } catch (IOException e) {
      return unreadable("the file cannot be read", "check that it is a file and may be read");
    }
  }

  private Optional<String> unreadable(String what, String fix) {
    problems.accept(new Problem(Source.wholeFile(file), "", what, fix));
    return Optional.empty();
  }

  /** What {@code reader} reads, or empty after at least one problem. */
  <T> Optional<T> read(String yaml, Function<Located, Optional<T>> reader) {
    List<Problem> found = new ArrayList<>();
    Optional<T> read = parse(yaml, reader, found);
    // A common value that several regions take is reported by each of them.
    found.stream().sorted(Problem.IN_FILE_ORDER).distinct().forEach(problems);
    return found.isEmpty() ? read : Optional.empty();
  }

  private <T> Optional<T> parse(
      String yaml, Function<Located, Optional<T>> reader, List<Problem> found) {
    Optional<Tree> tree = new TreeParser(file, found::add).parse(yaml);
    Optional<Located> root = tree.map(t -> new Located(t, KeyPath.ROOT, found::add));
    if (root.isPresent() && !root.get().isNothing()) {
      return reader.apply(root.get());
    }
    if (found.isEmpty()) {
      found.add(new Problem(Source.wholeFile(file), "", "the file is empty", starter));
    }
    return Optional.empty();
  }
}
