package dev.meridian.environment;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentName;
import dev.meridian.stacks.StackTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which deployments the stacks in a folder belong to, from the tags in each {@code cdk.tf}. Stacks
 * without these tags belong to nobody here, because Meridian did not write them.
 *
 * @param own the names of the stacks of the given deployment, sorted
 * @param others the names of the stacks of other deployments, sorted
 */
public record FolderOwners(List<String> own, SortedMap<DeploymentName, List<String>> others) {
  private static final Comparator<DeploymentName> BY_NAME =
      Comparator.comparing(DeploymentName::application).thenComparing(DeploymentName::environment);

  /**
   * Reads the folder.
   *
   * @param output such as {@code cdktf.out}; it need not exist
   */
  public static FolderOwners of(Path output, Deployment deployment) throws IOException {
    FolderOwners owners = new FolderOwners(new ArrayList<>(), new TreeMap<>(BY_NAME));
    for (Path folder : stacks(output)) {
      String stack = String.valueOf(folder.getFileName());
      Optional<StackTags> tags = StackTags.in(folder.resolve("cdk.tf"));
      if (tags.isPresent() && tags.get().isOf(deployment)) {
        owners.own.add(stack);
      } else {
        tags.flatMap(StackTags::owner)
            .ifPresent(
                other ->
                    owners.others.computeIfAbsent(other, name -> new ArrayList<>()).add(stack));
      }
    }
    return owners;
  }

  private static List<Path> stacks(Path output) throws IOException {
    Path stacks = output.resolve("stacks");
    if (!Files.isDirectory(stacks)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(stacks)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("cdk.tf")))
          .sorted()
          .toList();
    }
  }
}
