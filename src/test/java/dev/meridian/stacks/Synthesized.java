package dev.meridian.stacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The stacks of one deployment on disk.
 *
 * @param names in the order of deployment
 */
record Synthesized(Path outdir, List<String> names) {

  /** The directory in which Terraform runs. */
  Path directory(String stack) {
    return outdir.resolve("stacks").resolve(stack);
  }

  String hcl(String stack) {
    return read(directory(stack).resolve("cdk.tf"));
  }

  /** The stack whose name ends like this, without the header that contains a checksum. */
  String hclOf(String suffix) {
    String stack = names.stream().filter(name -> name.endsWith(suffix)).findFirst().orElseThrow();
    String hcl = hcl(stack);
    return hcl.substring(hcl.indexOf("terraform {"));
  }

  /** Every file by its path, with a character for each byte, because one can be a ZIP archive. */
  SortedMap<String, String> files() {
    try (Stream<Path> walk = Files.walk(outdir)) {
      SortedMap<String, String> files = new TreeMap<>();
      walk.filter(Files::isRegularFile)
          .forEach(file -> files.put(outdir.relativize(file).toString(), bytes(file)));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bytes(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
