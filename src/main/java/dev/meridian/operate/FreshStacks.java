package dev.meridian.operate;

import dev.meridian.declaration.Deployment;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.DnsStack;
import dev.meridian.stacks.Stacks;
import dev.meridian.stacks.output.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A deployment's stacks, synthesized in a temporary folder to compare and copy from. */
final class FreshStacks implements AutoCloseable {
  private static final String MANIFEST = "manifest.json";

  private final Path fresh;

  private FreshStacks(Path fresh) {
    this.fresh = fresh;
  }

  static FreshStacks of(Deployment deployment, RoutingPlan plan, DnsStack.Migration migration)
      throws IOException {
    FreshStacks stacks = new FreshStacks(Files.createTempDirectory("meridian"));
    try {
      Stacks.synthesize(deployment, plan, migration, stacks.fresh);
      return stacks;
    } catch (RuntimeException | Error e) {
      stacks.close();
      throw e;
    }
  }

  /** Whether the {@code cdk.tf} of {@code stack} in {@code folder} is the same. */
  boolean isIn(Path folder, String stack) throws IOException {
    Path file = folder.resolve("cdk.tf");
    return Files.isRegularFile(file)
        && Arrays.equals(
            Files.readAllBytes(file), Files.readAllBytes(folder(stack).resolve("cdk.tf")));
  }

  /** Copies {@code stack} and the list of stacks to {@code output}, but replaces no file. */
  void copyMissing(String stack, OutputFolder output) throws IOException {
    for (Path file : files(folder(stack))) {
      output.copyIfMissing(file, fresh.relativize(file));
    }
    output.copyIfMissing(fresh.resolve(MANIFEST), Path.of(MANIFEST));
  }

  private Path folder(String stack) {
    return fresh.resolve("stacks").resolve(stack);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    OutputFolder.remove(fresh);
  }
}
