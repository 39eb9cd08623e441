package dev.meridian.environment;

import dev.meridian.declaration.DeclarationFiles;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stacks of the same names in the folder of another declaration. Names of stacks are names of
 * states, so each of the two would undo what the other one applied.
 */
record SharedStates(EnvironmentFolder environment) {

  /** A problem for each declaration that has written stacks of the same names. */
  List<Diagnostic> problems() throws IOException {
    List<Diagnostic> problems = new ArrayList<>();
    for (Path folder : otherFolders()) {
      for (String stack : sharedStacks(folder)) {
        owner(folder, stack).ifPresent(other -> problems.add(problem(stack, other, folder)));
      }
    }
    return problems;
  }

  /** A line for each folder that has stacks of the same names, but no declaration. */
  List<String> notes() throws IOException {
    List<String> notes = new ArrayList<>();
    for (Path folder : otherFolders()) {
      List<String> shared = new ArrayList<>();
      for (String stack : sharedStacks(folder)) {
        if (owner(folder, stack).isEmpty()) {
          shared.add(stack);
        }
      }
      if (!shared.isEmpty()) {
        notes.add(
            folder
                + " has an older copy of "
                + String.join(", ", shared)
                + ", with the same states as in "
                + environment.folder()
                + ". Don't apply the copy; remove it.");
      }
    }
    return notes;
  }

  private Diagnostic problem(String stack, Path other, Path folder) {
    return new Diagnostic(
        SourceLocation.wholeFile(environment.declaration().toString()),
        "",
        other
            + " declares the stack "
            + stack
            + " too, in "
            + folder
            + ", so the two share a state, and each would undo what the other one applied",
        "give one of them another application or environment. If "
            + other
            + " is an old copy, remove "
            + folder.resolve("stacks").resolve(stack));
  }

  private List<String> sharedStacks(Path folder) {
    return environment.deployment().stacks().names().stream()
        .filter(stack -> Files.isRegularFile(file(folder, stack)))
        .toList();
  }

  private static Path file(Path folder, String stack) {
    return folder.resolve("stacks").resolve(stack).resolve("cdk.tf");
  }

  /** The folders of other declarations next to this one's. */
  private List<Path> otherFolders() throws IOException {
    if (environment.given()) {
      return List.of(); // such as a copy to compare with
    }
    Path parent = environment.folder().resolveSibling("");
    Path there = parent.toAbsolutePath();
    if (!Files.isDirectory(there)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(there)) {
      return all.map(folder -> parent.resolve(Objects.requireNonNull(folder.getFileName())))
          .filter(folder -> folder.getFileName().toString().matches("cdktf(\\..+)?\\.out"))
          .filter(folder -> !folder.equals(environment.folder()))
          .sorted()
          .toList();
    }
  }

  /** Another declaration in the same folder that writes {@code stack} to {@code folder}. */
  private Optional<Path> owner(Path folder, String stack) throws IOException {
    for (Path file : otherDeclarations()) {
      if (DeclarationFiles.output(file).getFileName().equals(folder.getFileName())) {
        Optional<Deployment> other = new DeploymentReader(problem -> {}).read(file);
        if (other.isPresent() && other.get().stacks().names().contains(stack)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /** The stacks that other declarations in the same folder declare. */
  StacksOfOthers stacksOfOthers() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    List<Path> invalid = new ArrayList<>();
    for (Path file : otherDeclarations()) {
      Optional<Deployment> other = new DeploymentReader(problem -> {}).read(file);
      other.ifPresentOrElse(one -> names.addAll(one.stacks().names()), () -> invalid.add(file));
    }
    return new StacksOfOthers(names, invalid);
  }

  private Set<Path> otherDeclarations() throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    Path parent = environment.declaration().resolveSibling("");
    try (Stream<Path> files = Files.list(parent.toAbsolutePath())) {
      files
          .map(file -> parent.resolve(Objects.requireNonNull(file.getFileName())))
          .filter(file -> file.toString().matches("(?is).*\\.ya?ml"))
          .filter(file -> !file.equals(environment.declaration()))
          .filter(file -> !DeclarationFiles.isGenerated(file))
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(found::add);
    }
    return found;
  }
}
