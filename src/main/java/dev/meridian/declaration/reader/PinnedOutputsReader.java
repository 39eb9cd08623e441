package dev.meridian.declaration.reader;

import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.declaration.yaml.YamlTreeParser;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the snapshot that a region's {@code pinned} names, a path relative to the declaration's
 * folder. Files outside that folder are never read, not even through a symbolic link: a declaration
 * from another source must not decide which files of your machine are opened.
 */
final class PinnedOutputsReader {
  private static final String WRITE = "write it with ./meridian pin REGION";

  /** Far more than a snapshot with six addresses needs. */
  private static final long MAX_BYTES = 65_536;

  private final YamlNode pinned;
  private final Site site;

  PinnedOutputsReader(YamlNode pinned, Site site) {
    this.pinned = pinned;
    this.site = site;
  }

  Optional<PinnedOutputs> read() {
    return pinned.text().flatMap(this::path).flatMap(this::read);
  }

  private Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(pinned.at().file()).resolveSibling(name));
    } catch (InvalidPathException e) {
      return pinned.refuse("this is not the path of a file", WRITE);
    }
  }

  private Optional<PinnedOutputs> read(Path file) {
    Path folder = Path.of(pinned.at().file()).toAbsolutePath().resolveSibling("").normalize();
    try {
      // Compare the paths first, so as not to reveal whether a file outside exists.
      boolean inside = file.toAbsolutePath().normalize().startsWith(folder);
      if (!inside || !file.toRealPath().startsWith(folder.toRealPath())) {
        return pinned.refuse(
            "the snapshot " + file + " is outside the declaration's folder",
            "copy it into that folder, and write its path relative to that folder");
      }
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
        return pinned.refuse("the snapshot " + file + " cannot be read", WRITE);
      }
      return Utf8.decode(file.toString(), Files.readAllBytes(file), pinned.diagnostics())
          .flatMap(yaml -> parse(file, yaml));
    } catch (IOException e) {
      return pinned.refuse("the snapshot " + file + " cannot be read", WRITE);
    }
  }

  private Optional<PinnedOutputs> parse(Path file, String yaml) {
    if (yaml.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return pinned.refuse("the snapshot " + file + " is empty", WRITE);
    }
    return new YamlTreeParser(file.toString(), this::report)
        .parse(yaml)
        .map(tree -> new YamlNode(tree, KeyPath.ROOT, this::report))
        .flatMap(snapshot -> snapshot.mapping(AllowedKeys.PIN))
        .flatMap(outputs -> new SnapshotReader(outputs, site, pinned.diagnostics()).read());
  }

  /** Messages about YAML quote the file, which could be anything, such as a list of passwords. */
  private void report(Diagnostic diagnostic) {
    pinned
        .diagnostics()
        .accept(
            new Diagnostic(
                diagnostic.at(),
                "",
                "a snapshot can contain only " + String.join(", ", AllowedKeys.PIN.names()),
                SnapshotReader.WRITE_AGAIN));
  }
}
