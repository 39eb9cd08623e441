package dev.meridian.stacks;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentName;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.stacks.output.OutputRefused;
import dev.meridian.stacks.output.StackManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Protects stacks of other declarations. Two declarations can have stacks of the same name: {@code
 * shop-eu-prod-dns} belongs to application {@code shop} in environment {@code eu-prod}, or to
 * {@code shop-eu} in {@code prod}.
 */
final class StackOwners {
  private StackOwners() {}

  /**
   * Compares the tags in each {@code cdk.tf} that the deployment's stacks would replace. A file
   * whose tags cannot be read is not protected.
   *
   * @throws OutputRefused if a file has another declaration's tags
   */
  static void check(Deployment deployment, Path outdir) throws IOException {
    List<Diagnostic> found = new ArrayList<>();
    for (String stack : deployment.stacks().names()) {
      Path file = outdir.resolve("stacks").resolve(stack).resolve("cdk.tf");
      if (Files.isRegularFile(file)) {
        StackTags.in(file)
            .filter(tags -> !tags.isOf(deployment))
            .flatMap(StackTags::owner)
            .ifPresent(owner -> found.add(diagnostic(file, owner, deployment)));
      }
    }
    if (!found.isEmpty()) {
      throw new OutputRefused(found);
    }
  }

  /** Keeps the stacks of other declarations in the new {@code manifest.json}. */
  static void keepInManifest(Deployment deployment, Path outdir, Path staging) throws IOException {
    Set<String> others = new TreeSet<>();
    Path stacks = outdir.resolve("stacks");
    if (Files.isDirectory(stacks)) {
      try (Stream<Path> folders = Files.list(stacks)) {
        for (Path folder : folders.toList()) {
          if (ofAnother(folder.resolve("cdk.tf"), deployment)) {
            others.add(String.valueOf(folder.getFileName()));
          }
        }
      }
    }
    Path old = outdir.resolve(StackManifest.FILE);
    if (!others.isEmpty() && Files.isRegularFile(old)) {
      StackManifest.keepOthers(old, staging.resolve(StackManifest.FILE), others::contains);
    }
  }

  private static boolean ofAnother(Path file, Deployment deployment) throws IOException {
    return Files.isRegularFile(file)
        && StackTags.in(file)
            .filter(tags -> !tags.isOf(deployment))
            .flatMap(StackTags::owner)
            .isPresent();
  }

  private static Diagnostic diagnostic(Path file, DeploymentName owner, Deployment deployment) {
    return new Diagnostic(
        SourceLocation.wholeFile(file.toString()),
        "",
        "this is a stack of " + owner.phrase() + ", not of " + deployment.name().phrase(),
        "rename the application or the environment in one of the two declarations, because stacks"
            + " with the same name also share a state. If you renamed the deployment, declare its"
            + " earlier names with was: {application: "
            + owner.application()
            + ", environment: "
            + owner.environment()
            + "}");
  }
}
