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
 * Stacks of regions that the declaration no longer has. They are kept: what they deployed may still
 * exist, and to destroy it takes their configuration.
 *
 * <p>Other declarations may write into the same folder, and a stack's name does not say whose it
 * is: {@code shop-eu-prod-us-east-1} can be of application {@code shop} in environment {@code
 * eu-prod} or of {@code shop-eu} in {@code prod}. So a folder is left over only if its {@code
 * cdk.tf} also carries this declaration's application, environment and that region as tags. To
 * advise {@code terraform destroy} for somebody else's stack would be far worse than to be silent.
 *
 * @param output such as {@code cdktf.out}
 * @param declaration how messages call the declaration
 */
record LeftOverStacks(Path output, Path declaration, Deployment deployment) {

  /** A line for each, in the order of the folders' names. */
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
    // A region's code that Meridian does not know cannot have been declared.
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
        + " first, so that no record leads to it any more, and wait for the records' TTL. Then run"
        + " terraform destroy in that folder, and remove it.";
  }

  private String unknown(Path folder, String region) {
    return folder
        + " is named like the stack of "
        + region
        + ", which "
        + declaration
        + " does not declare, but its cdk.tf lacks the tags that say whose it is. Find out before"
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
