package dev.meridian.operate;

import dev.meridian.declaration.Deployment;
import dev.meridian.environment.StatePlace;
import dev.meridian.terraform.json.InitializedBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The states with resources where the declared backend keeps its states, of stacks that are neither
 * declared nor on disk: what is left of a region, or of a deployment with another name, after its
 * stacks were removed.
 *
 * @param folder the folder of the states; null if the backend cannot be listed, which only local
 *     files can
 * @param leftOver the labels of stacks that this deployment once had, such as {@code eu-west-1}
 * @param others the names of the other stacks
 * @param unreadable the names of the states that could not be read
 */
public record UndeclaredStates(
    @Nullable Path folder, List<String> leftOver, List<String> others, List<String> unreadable) {
  private static final Pattern FILE = Pattern.compile("terraform\\.(.+)\\.tfstate");

  public UndeclaredStates {
    leftOver = List.copyOf(leftOver);
    others = List.copyOf(others);
    unreadable = List.copyOf(unreadable);
  }

  /** The file of the state of a stack. */
  public static Path file(Path folder, String stack) {
    return folder.resolve("terraform." + stack + ".tfstate");
  }

  /**
   * Lists the states.
   *
   * @param elsewhere the stacks of other declarations, which can keep their states there too
   */
  public static UndeclaredStates find(Path output, Deployment deployment, Set<String> elsewhere)
      throws IOException {
    String dns = deployment.stacks().dns().name();
    Path stack = output.resolve("stacks").resolve(dns);
    Optional<Path> file = StatePlace.of(deployment, dns).file(stack);
    if (file.isEmpty()) {
      return new UndeclaredStates(null, List.of(), List.of(), List.of());
    }
    Path folder = file.get().resolveSibling("");
    Set<String> declared = Set.copyOf(deployment.stacks().names());
    List<String> leftOver = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (String name : stacks(folder)) {
      boolean known = declared.contains(name) || elsewhere.contains(name);
      if (known || Files.exists(output.resolve("stacks").resolve(name).resolve("cdk.tf"))) {
        continue;
      }
      OptionalInt resources = InitializedBackend.resources(file(folder, name));
      if (resources.isEmpty()) {
        unreadable.add(name);
      } else if (resources.getAsInt() > 0) {
        LeftOverStack.label(name, deployment)
            .ifPresentOrElse(leftOver::add, () -> others.add(name));
      }
    }
    return new UndeclaredStates(folder, leftOver, others, unreadable);
  }

  private static List<String> stacks(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .sorted()
          .toList();
    }
  }

  /** Whether anything was found or could not be read. */
  public boolean isFinding() {
    return !leftOver.isEmpty() || !others.isEmpty() || !unreadable.isEmpty();
  }
}
