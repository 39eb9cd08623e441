package dev.meridian.config;

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

/**
 * Reads a declaration, such as {@code meridian.yaml}. Everything wrong with it is told in one go,
 * in the order of the file; {@code docs/declaration.md} describes the format.
 */
public final class DeploymentReader {
  private static final String STARTER = "./meridian init writes a commented file to start from";

  private final Consumer<Problem> problems;

  /** Hands whatever is wrong with a file to {@code problems}, which may be nothing. */
  public DeploymentReader(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /** Reads {@code file}, or returns empty after at least one problem. */
  public Optional<Deployment> read(Path file) {
    String name = file.toString();
    try {
      byte[] bytes = Files.readAllBytes(file);
      return Utf8.decode(name, bytes, problems).flatMap(yaml -> read(name, yaml));
    } catch (NoSuchFileException e) {
      return unreadable(name, "there is no such file", STARTER + ", --config names another one");
    } catch (IOException e) {
      return unreadable(name, "the file cannot be read", "check that it is a file and may be read");
    }
  }

  /**
   * Reads {@code yaml}, or returns empty after at least one problem.
   *
   * @param file the name that problems and places carry
   */
  public Optional<Deployment> read(String file, String yaml) {
    List<Problem> found = new ArrayList<>();
    Optional<Deployment> deployment = parse(file, yaml, found::add);
    // A common value that several regions take is reported by each of them.
    found.stream().sorted(Problem.IN_FILE_ORDER).distinct().forEach(problems);
    return found.isEmpty() ? deployment : Optional.empty();
  }

  private static Optional<Deployment> parse(String file, String yaml, Consumer<Problem> problems) {
    List<Problem> fatal = new ArrayList<>();
    Optional<Tree> tree = new TreeParser(file, fatal::add).parse(yaml);
    fatal.forEach(problems);
    Optional<Located> root = tree.map(t -> new Located(t, KeyPath.ROOT, problems));
    if (root.isPresent() && !root.get().isNothing()) {
      return new DeclarationReader(file, root.get()).read();
    }
    if (fatal.isEmpty()) {
      problems.accept(new Problem(Source.wholeFile(file), "", "the file is empty", STARTER));
    }
    return Optional.empty();
  }

  private Optional<Deployment> unreadable(String file, String what, String fix) {
    problems.accept(new Problem(Source.wholeFile(file), "", what, fix));
    return Optional.empty();
  }
}
