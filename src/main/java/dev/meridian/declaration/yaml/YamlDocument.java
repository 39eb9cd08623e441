package dev.meridian.declaration.yaml;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InputFile;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.diagnostic.Utf8;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A YAML file in one of Meridian's formats.
 *
 * @param file the file name to use in messages
 * @param starter the fix if the file is missing or empty
 */
public record YamlDocument(String file, String starter, Consumer<Diagnostic> diagnostics) {
  private static final int MAX_BYTES = 10 * InputFile.MEGABYTE;

  /** The text of the file at {@code path}, or empty after a problem. */
  public Optional<String> text(Path path) {
    try {
      return Utf8.decode(file, InputFile.read(path, MAX_BYTES), diagnostics);
    } catch (InputFile.TooLarge e) {
      return unreadable(
          String.valueOf(e.getMessage()),
          "split the names into several zones, with one file per zone");
    } catch (NoSuchFileException e) {
      return unreadable("the file does not exist", starter);
    } catch (IOException e) {
      return unreadable(
          "the file cannot be read", "check that it is a file and that you can read it");
    }
  }

  private Optional<String> unreadable(String what, String fix) {
    diagnostics.accept(new Diagnostic(SourceLocation.wholeFile(file), "", what, fix));
    return Optional.empty();
  }

  /** What {@code reader} reads, or empty after at least one problem. */
  public <T> Optional<T> read(String yaml, Function<YamlNode, Optional<T>> reader) {
    List<Diagnostic> found = new ArrayList<>();
    Optional<T> read = parse(yaml, reader, found);
    // Each region that uses a common value reports the value's problem.
    found.stream().sorted(Diagnostic.IN_FILE_ORDER).distinct().forEach(diagnostics);
    return found.isEmpty() ? read : Optional.empty();
  }

  private <T> Optional<T> parse(
      String yaml, Function<YamlNode, Optional<T>> reader, List<Diagnostic> found) {
    Optional<YamlTree> tree = new YamlTreeParser(file, found::add).parse(yaml);
    Optional<YamlNode> root = tree.map(t -> new YamlNode(t, KeyPath.ROOT, found::add));
    if (root.isPresent() && !root.get().isNothing()) {
      return reader.apply(root.get());
    }
    if (found.isEmpty()) {
      found.add(new Diagnostic(SourceLocation.wholeFile(file), "", "the file is empty", starter));
    }
    return Optional.empty();
  }
}
