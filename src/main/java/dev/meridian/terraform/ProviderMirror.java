package dev.meridian.terraform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with providers below {@code registry.terraform.io}, from which stacks can be initialized
 * without the network.
 */
public record ProviderMirror(Path folder) {
  /** The variable that names the folder, if it is not in one of the usual places. */
  public static final String VARIABLE = "MERIDIAN_PROVIDER_MIRROR";

  static final String HOST = "registry.terraform.io";
  private static final String AWS = HOST + "/hashicorp/aws";
  private static final List<String> PREFIXES =
      List.of("/opt", "/usr/share", "/usr/local", "/var/lib");
  private static final int MAX_DEPTH = 3;
  private static final int MAX_FOLDERS = 2000;

  /** The mirror that {@code environment} names, or else the first one in the usual places. */
  public static Optional<ProviderMirror> find(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isEmpty()) {
      return Optional.of(new ProviderMirror(Path.of(named).toAbsolutePath()));
    }
    Stream<Path> home =
        Stream.ofNullable(environment.get("HOME")).map(path -> Path.of(path, ".terraform.d"));
    return findBelow(Stream.concat(home, PREFIXES.stream().map(Path::of)).toList());
  }

  static Optional<ProviderMirror> findBelow(List<Path> prefixes) {
    return prefixes.stream()
        .flatMap(prefix -> search(prefix).stream())
        .findFirst()
        .map(ProviderMirror::new);
  }

  /**
   * Searches breadth first and within limits, so that a large or cyclic tree takes only
   * milliseconds.
   */
  private static Optional<Path> search(Path prefix) {
    Deque<Path> open = new ArrayDeque<>(List.of(prefix));
    for (int seen = 0; !open.isEmpty() && seen < MAX_FOLDERS; seen++) {
      Path folder = open.removeFirst();
      if (Files.isDirectory(folder.resolve(AWS))) {
        return Optional.of(folder);
      }
      if (folder.getNameCount() - prefix.getNameCount() < MAX_DEPTH) {
        folders(folder).forEach(open::addLast);
      }
    }
    return Optional.empty();
  }

  private static List<Path> folders(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of(); // missing or unreadable
    }
  }

  /**
   * Whether the AWS provider is unpacked there. Terraform links to an unpacked provider; a packed
   * one would take 700 MB in each stack.
   */
  boolean unpacked() {
    try (Stream<Path> files = Files.walk(folder.resolve(AWS), MAX_DEPTH)) {
      return files.anyMatch(
          file ->
              file.getFileName().toString().startsWith("terraform-provider")
                  && !file.toString().endsWith(".zip"));
    } catch (IOException e) {
      return false;
    }
  }
}
