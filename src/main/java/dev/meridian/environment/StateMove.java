package dev.meridian.environment;

import dev.meridian.declaration.Deployment;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state that is not where its stack looks for it. With an empty state, Terraform would create
 * everything again next to what exists.
 *
 * @param folder the stack's folder
 * @param from where the state is
 * @param to where the stack keeps it from now on
 */
public record StateMove(Path folder, StatePlace from, StatePlace to) {
  /** Local states are in the project's folder or in {@code state.directory} below it. */
  private static final int DEPTH = 4;

  /** The moves that writing a deployment's stacks to a folder would make necessary. */
  public static List<StateMove> ofWriting(Deployment deployment, Path output) throws IOException {
    List<StateMove> moves = new ArrayList<>();
    for (String stack : deployment.stacks().names()) {
      Path folder = output.resolve("stacks").resolve(stack);
      StatePlace to = StatePlace.of(deployment, stack);
      Optional<StatePlace> from = StatePlace.initialized(folder);
      (from.isPresent() ? from : StatePlace.in(folder))
          .filter(place -> !place.equals(to) && place.mayExist(folder))
          .ifPresent(place -> moves.add(new StateMove(folder, place, to)));
    }
    return List.copyOf(moves);
  }

  /**
   * The move that a stack on disk still needs: its {@code cdk.tf} has another backend than the one
   * that was initialized, or its local state is empty and there is another file with its name.
   */
  public static Optional<StateMove> pending(Path folder) throws IOException {
    Optional<StatePlace> to = StatePlace.in(folder);
    if (to.isEmpty()) {
      return Optional.empty();
    }
    Optional<StatePlace> from =
        StatePlace.initialized(folder)
            .filter(place -> !place.equals(to.get()) && place.mayExist(folder));
    return (from.isPresent() ? from : otherFile(folder, to.get()))
        .map(place -> new StateMove(folder, place, to.get()));
  }

  private static Optional<StatePlace> otherFile(Path folder, StatePlace to) throws IOException {
    Optional<Path> file = to.file(folder);
    Path project = folder.resolve("../../..").normalize();
    if (file.isEmpty() || to.mayExist(folder) || !Files.isDirectory(project)) {
      return Optional.empty();
    }
    Path name = file.get().getFileName();
    try (Stream<Path> files =
        Files.find(
            project,
            DEPTH,
            (found, attributes) ->
                attributes.isRegularFile()
                    && name.equals(found.getFileName())
                    && StatePlace.local(found, folder).mayExist(folder))) {
      return files.sorted().findFirst().map(found -> StatePlace.local(found, folder));
    }
  }

  /** Whether Terraform can copy the state: it knows only the backend that was initialized here. */
  public boolean isPossible() {
    return StatePlace.initialized(folder).filter(from::equals).isPresent();
  }

  /** The problem of a move that Terraform could not make any more. */
  public Diagnostic problem() {
    return new Diagnostic(
        SourceLocation.wholeFile(folder.resolve("cdk.tf").toString()),
        "",
        "its state would move from "
            + from.text(folder)
            + " to "
            + to.text(folder)
            + ", but Terraform can move only a state that was initialized in this folder",
        "run terraform -chdir="
            + folder
            + " init, and then this command again. If the stack was never applied, or its state is"
            + " already there, remove this cdk.tf");
  }

  /** What is going to happen, and the command that moves the state. */
  public String text() {
    return "The state of "
        + folder.getFileName()
        + " is in "
        + from.text(folder)
        + ", but its cdk.tf keeps it in "
        + to.text(folder)
        + ". Before you plan or apply, move it: "
        + command();
  }

  private String command() {
    if (isPossible()) {
      return "terraform -chdir=" + folder + " init -migrate-state";
    }
    // Only local states are found without an init.
    Path target = to.file(folder).orElseThrow();
    Path parent = target.getParent();
    String create = parent == null ? "" : "mkdir -p " + parent + " && ";
    return create + "mv " + from.text(folder) + " " + target;
  }
}
