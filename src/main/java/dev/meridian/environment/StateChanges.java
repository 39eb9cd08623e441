package dev.meridian.environment;

import dev.meridian.declaration.Deployment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an edit of a declaration means for the states of its stacks. */
public final class StateChanges {
  private StateChanges() {}

  /**
   * One sentence for each state that is somewhere else after the edit, in the order of deployment.
   * A state with another name counts, because Terraform would create everything again.
   *
   * @param output the folder of the stacks, for the commands in the sentences
   */
  public static List<String> between(Deployment before, Deployment after, Path output) {
    if (!before.originalName().equals(after.originalName())) {
      return List.of(
          "The stacks and states of "
              + before.originalName().phrase()
              + " get the name of "
              + after.originalName().phrase()
              + ", so Terraform would create everything again. If this is a rename, add was:"
              + " {application: "
              + before.originalName().application()
              + ", environment: "
              + before.originalName().environment()
              + "}.");
    }
    List<String> sentences = new ArrayList<>();
    List<String> existing = before.stacks().names();
    for (String stack : after.stacks().names()) {
      Path folder = output.resolve("stacks").resolve(stack);
      StatePlace from = StatePlace.of(before, stack);
      StatePlace to = StatePlace.of(after, stack);
      if (existing.contains(stack) && !from.equals(to)) {
        sentences.add(
            "The state of "
                + stack
                + " moves from "
                + from.text(folder)
                + " to "
                + to.text(folder)
                + ". Before the next plan, run terraform -chdir="
                + folder
                + " init -migrate-state.");
      }
    }
    return List.copyOf(sentences);
  }
}
