package dev.meridian.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Where terraform gets the AWS provider from: a mirror on disk, wherever it was put, or the public
 * registry.
 */
final class ProviderSource {
  /** Names the folder that holds the folder of the registry's name. */
  private static final String OVERRIDE = "MERIDIAN_PROVIDER_MIRROR";

  private static final String REGISTRY = "registry.terraform.io";
  private static final int MAX_DEPTH = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ProviderSource() {}

  /** What is missing for a run with the real provider, or nothing. */
  static String missing() {
    if (!isOnPath("terraform")) {
      return "there is no terraform on the PATH";
    }
    if (mirror().isEmpty() && !registryAnswers()) {
      return "no folder "
          + REGISTRY
          + " with the AWS provider under "
          + prefixes()
          + " and no answer from the registry (name a mirror by "
          + OVERRIDE
          + ")";
    }
    return "";
  }

  /** A CLI configuration: the mirror alone serves the AWS provider, if there is one. */
  static String cliConfig() {
    return mirror()
        .map(
            mirror ->
                """
                provider_installation {
                  filesystem_mirror {
                    path    = "%s"
                    include = ["%s/hashicorp/aws"]
                  }
                  direct {
                    exclude = ["%s/hashicorp/aws"]
                  }
                }
                """
                    .formatted(mirror.toString().replace("\\", "\\\\"), REGISTRY, REGISTRY))
        .orElse("");
  }

  private static Optional<Path> mirror() {
    return prefixes().stream().flatMap(prefix -> find(prefix).stream()).findFirst();
  }

  private static List<Path> prefixes() {
    String override = System.getenv(OVERRIDE);
    if (override != null) {
      return List.of(Path.of(override));
    }
    String home = System.getProperty("user.home");
    return Stream.of("/opt", "/usr/share", "/usr/local", "/var/lib", home).map(Path::of).toList();
  }

  private static Optional<Path> find(Path prefix) {
    AtomicReference<Path> found = new AtomicReference<>();
    try {
      Files.walkFileTree(
          prefix,
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          MAX_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean registry = folder.endsWith(REGISTRY);
              if (registry && Files.isDirectory(folder.resolve("hashicorp/aws"))) {
                found.set(folder.getParent());
                return FileVisitResult.TERMINATE;
              }
              return registry ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.ofNullable(found.get());
  }

  private static boolean isOnPath(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  private static boolean registryAnswers() {
    try {
      URI discovery = URI.create("https://" + REGISTRY + "/.well-known/terraform.json");
      HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      HttpRequest request = HttpRequest.newBuilder(discovery).timeout(PATIENCE).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
