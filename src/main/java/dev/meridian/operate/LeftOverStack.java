package dev.meridian.operate;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.StackKind;
import dev.meridian.stacks.StackTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stack of a region, an accelerator, or a private zone that the declaration no longer has. It
 * stays on disk, because its resources may still exist, and destroying those requires the
 * configuration.
 *
 * <p>Other declarations can write to the same folder, and a stack's name does not show its owner:
 * {@code shop-eu-prod-us-east-1} can belong to application {@code shop} in environment {@code
 * eu-prod}, or to {@code shop-eu} in {@code prod}. So a stack is left over only if its {@code
 * cdk.tf} also carries this declaration's application, environment and that region as tags.
 * Destroying another team's stack would be far worse than destroying none.
 *
 * @param name such as {@code shop-prod-eu-west-1}
 * @param region the label of the stack: the region's code, {@code accelerator-NAME}, {@code
 *     private-network}, or {@code private-dns}
 * @param owned whether the tags show that it belongs to the declaration
 */
public record LeftOverStack(String name, Path folder, String region, boolean owned) {
  private static final Set<StackKind> LABELLED =
      EnumSet.of(StackKind.ACCELERATOR, StackKind.PRIVATE_NETWORK, StackKind.PRIVATE_DNS);

  /**
   * All of them, in the order of their names. A stack whose folder is gone cannot be found.
   *
   * @param output such as {@code cdktf.out}
   */
  public static List<LeftOverStack> find(Path output, Deployment deployment) throws IOException {
    Path stacks = output.resolve("stacks");
    if (!Files.isDirectory(stacks)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(stacks)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("cdk.tf")))
          .sorted()
          .flatMap(folder -> read(folder, deployment).stream())
          .toList();
    }
  }

  private static Optional<LeftOverStack> read(Path folder, Deployment deployment) {
    String stack = folder.getFileName().toString();
    Optional<StackTags> tags = tags(folder.resolve("cdk.tf"));
    if (tags.isPresent()) {
      String region = tags.get().region();
      boolean leftOver =
          tags.get().isOf(deployment)
              && stack.equals(deployment.stackName(region))
              && !deployment.regions().containsKey(region);
      if (tags.get().isOf(deployment) && hasLabel(stack, deployment)) {
        return Optional.of(new LeftOverStack(stack, folder, afterName(stack, deployment), true));
      }
      return leftOver
          ? Optional.of(new LeftOverStack(stack, folder, region, true))
          : Optional.empty();
    }
    return label(stack, deployment).map(it -> new LeftOverStack(stack, folder, it, false));
  }

  /**
   * The label of a stack that the deployment can have had: of a region, an accelerator, or a
   * private zone that is not declared. Empty for every other name.
   */
  static Optional<String> label(String stack, Deployment deployment) {
    if (hasLabel(stack, deployment)) {
      return Optional.of(afterName(stack, deployment));
    }
    // A declaration cannot have a region that Meridian does not know.
    return AwsRegions.codes().stream()
        .filter(region -> !deployment.regions().containsKey(region))
        .filter(region -> stack.equals(deployment.stackName(region)))
        .findFirst();
  }

  /** Whether the stack is that of an accelerator or a private zone, and is not declared. */
  private static boolean hasLabel(String stack, Deployment deployment) {
    Optional<StackKind> kind = deployment.stackKind(stack).filter(LABELLED::contains);
    return kind.isPresent() && !deployment.stacks().names().contains(stack);
  }

  private static String afterName(String stack, Deployment deployment) {
    return stack.substring(deployment.stackName("").length());
  }

  private static Optional<StackTags> tags(Path file) {
    try {
      return StackTags.in(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
