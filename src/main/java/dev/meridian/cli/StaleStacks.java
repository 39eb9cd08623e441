package dev.meridian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stacks of an earlier declaration. They are kept: what they deployed may still exist, and to
 * destroy it takes their configuration.
 */
record StaleStacks(Path output) {

  /** The folders of stacks that are not among {@code declared}, sorted. */
  List<Path> besides(List<String> declared) throws IOException {
    try (Stream<Path> folders = Files.list(output.resolve("stacks"))) {
      return folders
          .filter(folder -> !declared.contains(folder.getFileName().toString()))
          .filter(folder -> Files.exists(folder.resolve("cdk.tf")))
          .sorted()
          .toList();
    }
  }
}
