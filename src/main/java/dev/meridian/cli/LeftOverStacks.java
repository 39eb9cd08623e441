package dev.meridian.cli;

import dev.meridian.catalog.AwsRegions;
import dev.meridian.declaration.Deployment;
import dev.meridian.stacks.StackTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stacks of regions that the declaration no longer has. They stay, because their resources may
 * still exist, and destroying those requires the configuration.
 *
 * <p>Other declarations can write to the same folder, and a stack's name does not show its owner:
 * {@code shop-eu-prod-us-east-1} can belong to application {@code shop} in environment {@code
 * eu-prod}, or to {@code shop-eu} in {@code prod}. So a folder is left over only if its {@code
 * cdk.tf} also carries this declaration's application, environment and that region as tags.
 * Advising {@code terraform destroy} for another team's stack would be far worse than no advice.
 *
 * @param output such as {@code cdktf.out}
 * @param declaration the name of the declaration in messages
 */
record LeftOverStacks(Path output, Path declaration, Deployment deployment) {

  /** One line per stack, in the order of the folders' names. */
  List<String> warnings() throws IOException {
    try (Stream<Path> folders = Files.list(output.resolve("stacks"))) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("cdk.tf")))
          .sorted()
          .flatMap(folder -> warning(folder).stream())
          .toList();
    }
  }

  private Optional<String> warning(Path folder) {
    String stack = folder.getFileName().toString();
    Optional<StackTags> tags = tags(folder.resolve("cdk.tf"));
    if (tags.isPresent()) {
      String region = tags.get().region();
      boolean leftOver =
          tags.get().isOf(deployment)
              && stack.equals(deployment.stackName(region))
              && !deployment.regions().containsKey(region);
      return leftOver ? Optional.of(leftOver(folder, region)) : Optional.empty();
    }
    // A declaration cannot have a region that Meridian does not know.
    return AwsRegions.codes().stream()
        .filter(region -> !deployment.regions().containsKey(region))
        .filter(region -> stack.equals(deployment.stackName(region)))
        .findFirst()
        .map(region -> unknown(folder, region));
  }

  private String leftOver(Path folder, String region) {
    return folder
        + " is left over: "
        + declaration
        + " no longer declares "
        + region
        + ". If it is deployed, apply "
        + deployment.stacks().dns().name()
        + " first, so that no record points to it anymore, and wait for the records' TTL. Then run"
        + " terraform destroy in that folder, and remove it.";
  }

  private String unknown(Path folder, String region) {
    return folder
        + " has the name of the stack of "
        + region
        + ", which "
        + declaration
        + " does not declare, but its cdk.tf lacks the tags that show its owner. Find the owner before"
        + " you remove it.";
  }

  private static Optional<StackTags> tags(Path file) {
    try {
      return StackTags.in(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
