package dev.meridian.environment;

import dev.meridian.declaration.DeclarationFiles;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentName;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The folder of one declaration's stacks. A folder that Meridian chooses has stacks of one
 * deployment only: the {@code manifest.json} lists what pipelines deploy, and CDKTF deletes every
 * stack that its app does not write.
 *
 * @param declaration the file, as the user named it
 * @param folder relative to the working directory, or absolute
 * @param given whether the user named the folder, and so decides who shares it
 */
public record EnvironmentFolder(
    Path declaration, Deployment deployment, Path folder, boolean given) {

  /** The folder that the user named. */
  public static EnvironmentFolder given(Path declaration, Deployment deployment, Path folder) {
    return new EnvironmentFolder(declaration, deployment, folder, true);
  }

  /**
   * The folder that {@link DeclarationFiles#output} names. Earlier versions wrote the stacks of
   * every declaration to {@code cdktf.out}: if this declaration's are there and not yet in its own
   * folder, it is still {@code cdktf.out}.
   */
  public static EnvironmentFolder chosen(Path declaration, Deployment deployment)
      throws IOException {
    EnvironmentFolder own =
        new EnvironmentFolder(declaration, deployment, DeclarationFiles.output(declaration), false);
    Path usual = DeclarationFiles.usualOutput();
    boolean earlier =
        !Files.isDirectory(own.folder().resolve("stacks"))
            && !FolderOwners.of(usual, deployment).own().isEmpty()
            && new SharedStates(own).problems().isEmpty();
    return earlier ? new EnvironmentFolder(declaration, deployment, usual, false) : own;
  }

  /**
   * The folder that CDKTF names.
   *
   * @param folder absolute, or relative to the working directory
   */
  public static EnvironmentFolder ofCdktf(Path declaration, Deployment deployment, Path folder) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = folder.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    return new EnvironmentFolder(declaration, deployment, shown, false);
  }

  /** Problems that writing all stacks to this folder would cause. */
  public List<Diagnostic> problemsOfWriting() throws IOException {
    FolderOwners owners = FolderOwners.of(folder, deployment);
    List<Diagnostic> problems = new ArrayList<>();
    if (!given && !owners.others().isEmpty()) {
      problems.add(owners.own().isEmpty() ? otherName(owners) : shared(owners));
    }
    problems.addAll(new SharedStates(this).problems());
    return problems;
  }

  /** Problems that adding missing stacks to this folder would cause. */
  public List<Diagnostic> problemsOfAdding() throws IOException {
    FolderOwners owners = FolderOwners.of(folder, deployment);
    boolean foreign = !given && owners.own().isEmpty() && !owners.others().isEmpty();
    return foreign ? List.of(otherName(owners)) : List.of();
  }

  /** Problems that CDKTF would cause, which deletes the stacks of other declarations. */
  public List<Diagnostic> problemsOfCdktf() throws IOException {
    FolderOwners owners = FolderOwners.of(folder, deployment);
    if (owners.others().isEmpty()) {
      return new SharedStates(this).problems();
    }
    return List.of(
        new Diagnostic(
            SourceLocation.wholeFile(folder.toString()),
            "",
            "CDKTF would delete the stacks of other declarations in this folder: " + names(owners),
            owners.own().isEmpty() ? renamedOrOther(owners) : moveOwn(owners)));
  }

  /** The stacks of other declarations next to this one. */
  public StacksOfOthers stacksOfOthers() throws IOException {
    return new SharedStates(this).stacksOfOthers();
  }

  /** What is worth knowing about this folder, in addition to problems. */
  public List<String> notes() throws IOException {
    List<String> notes = new ArrayList<>();
    FolderOwners owners = FolderOwners.of(folder, deployment);
    if (given && owners.own().isEmpty() && !owners.others().isEmpty()) {
      notes.add(
          folder
              + " has the stacks of "
              + names(owners)
              + ". If that is the earlier name of "
              + deployment.name().phrase()
              + ", Terraform would create everything again: "
              + renamed(owners.others().firstKey())
              + ".");
    }
    Path own = DeclarationFiles.output(declaration);
    if (!given && !own.equals(folder)) {
      notes.add(
          folder
              + " stays the folder of "
              + declaration
              + ", because an earlier version of Meridian wrote its stacks there. To use "
              + own
              + " instead, move the whole folder: mv "
              + folder
              + " "
              + own);
    }
    notes.addAll(new SharedStates(this).notes());
    return notes;
  }

  private Diagnostic otherName(FolderOwners owners) {
    return new Diagnostic(
        SourceLocation.wholeFile(declaration.toString()),
        "",
        folder
            + " has the stacks of "
            + names(owners)
            + ", and none of "
            + deployment.name().phrase()
            + ". Another name means other states, so Terraform would create everything again",
        renamedOrOther(owners));
  }

  private String renamedOrOther(FolderOwners owners) {
    return "if you renamed it, "
        + renamed(owners.others().firstKey())
        + ". If it is another environment, declare it in a file of its own, such as "
        + ownFile()
        + ", or name another folder with --output";
  }

  /** {@code was}, with the parts that differ. */
  private String renamed(DeploymentName earlier) {
    List<String> parts = new ArrayList<>();
    if (!earlier.application().equals(deployment.application())) {
      parts.add("application: " + earlier.application());
    }
    if (!earlier.environment().equals(deployment.environment())) {
      parts.add("environment: " + earlier.environment());
    }
    return "add was: {" + String.join(", ", parts) + "} to the declaration";
  }

  private String ownFile() {
    Path file = declaration.resolveSibling("meridian." + deployment.environment() + ".yaml");
    return file.equals(declaration)
        ? "meridian." + deployment.name().prefix() + ".yaml"
        : file.toString();
  }

  private Diagnostic shared(FolderOwners owners) {
    return new Diagnostic(
        SourceLocation.wholeFile(folder.toString()),
        "",
        "this folder also has the stacks of "
            + names(owners)
            + ", and manifest.json can list only those of one declaration",
        moveOwn(owners));
  }

  /** The default file keeps {@code cdktf.out}, so the others have to move. */
  private String moveOwn(FolderOwners owners) {
    Path own = DeclarationFiles.output(declaration);
    if (!own.equals(folder)) {
      return "move its own stacks: "
          + move(owners.own(), own)
          + ". Their states stay where they are";
    }
    String others =
        owners.others().entrySet().stream()
            .map(e -> move(e.getValue(), Path.of("cdktf." + e.getKey().environment() + ".out")))
            .collect(Collectors.joining("; "));
    return "move the others to the folder that belongs to their declaration, such as: "
        + others
        + ". Their states stay where they are";
  }

  private String move(List<String> stacks, Path target) {
    String from =
        stacks.stream()
            .map(stack -> folder.resolve("stacks").resolve(stack).toString())
            .collect(Collectors.joining(" "));
    Path to = target.resolve("stacks");
    return "mkdir -p " + to + " && mv " + from + " " + to;
  }

  private static String names(FolderOwners owners) {
    return owners.others().keySet().stream()
        .map(DeploymentName::phrase)
        .collect(Collectors.joining(", "));
  }
}
