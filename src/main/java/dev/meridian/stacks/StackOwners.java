package dev.meridian.stacks;

import dev.meridian.declaration.Deployment;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.stacks.output.OutputRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  private static Diagnostic diagnostic(Path file, String owner, Deployment deployment) {
    return new Diagnostic(
        SourceLocation.wholeFile(file.toString()),
        "",
        "this is a stack of "
            + owner
            + ", not of "
            + StackTags.owner(deployment.application(), deployment.environment()),
        "rename the application or the environment in one of the two declarations, because stacks"
            + " with the same name also share a state. If you renamed them on purpose, remove this"
            + " cdk.tf first");
  }
}
