package dev.meridian.operate;

import dev.meridian.declaration.Deployment;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.Stacks;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A deployment's stacks, synthesized in a temporary folder to compare and copy from. */
final class FreshStacks implements AutoCloseable {
  private final Path fresh;

  private FreshStacks(Path fresh) {
    this.fresh = fresh;
  }

  static FreshStacks of(Deployment deployment, RoutingPlan plan) throws IOException {
    FreshStacks stacks = new FreshStacks(Files.createTempDirectory("meridian"));
    try {
      Stacks.synthesize(deployment, plan, stacks.fresh);
      return stacks;
    } catch (RuntimeException | Error e) {
      stacks.close();
      throw e;
    }
  }

  /** Whether {@code folder} has this very {@code cdk.tf} of {@code stack}. */
  boolean isIn(Path folder, String stack) throws IOException {
    Path file = folder.resolve("cdk.tf");
    return Files.isRegularFile(file)
        && Arrays.equals(
            Files.readAllBytes(file), Files.readAllBytes(folder(stack).resolve("cdk.tf")));
  }

  /** Copies the files of {@code stack} that {@code folder} does not have. */
  void copy(String stack, Path folder) throws IOException {
    copyMissing(folder(stack), folder);
  }

  /** Copies the list of the stacks, where {@code output} has none. */
  void copyManifest(Path output) throws IOException {
    copyMissing(fresh, output);
  }

  private Path folder(String stack) {
    return fresh.resolve("stacks").resolve(stack);
  }

  private static void copyMissing(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(file.getFileName());
        if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        fresh,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
