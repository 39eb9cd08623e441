package dev.meridian.cli.view;

import dev.meridian.adopt.Adoption;
import dev.meridian.adopt.OldStates.Forgotten;
import dev.meridian.cli.option.Count;
import dev.meridian.cli.option.ShellWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The steps that move resources from old states to the DNS stack, in order.
 *
 * @param stack the name of the DNS stack
 * @param imports the file that lists the imports
 * @param arguments the options that name the declaration, each after a space
 * @param states what the old states must forget; empty if no states were given
 * @param removed the files with removed blocks, by the name of the state's file; empty if they were
 *     not asked for
 * @param inNone addresses of adopted resources that none of the given states manages
 */
public record AdoptionSteps(
    String stack,
    Path imports,
    String arguments,
    List<Forgotten> states,
    Map<String, Path> removed,
    List<String> inNone) {

  public AdoptionSteps {
    states = List.copyOf(states);
    removed = Map.copyOf(removed);
    inNone = List.copyOf(inNone);
  }

  /** Nothing if there is nothing to import. */
  public List<String> lines(Adoption adoption) {
    List<String> lines = new ArrayList<>();
    if (adoption.imports().isEmpty()) {
      return lines;
    }
    if (!inNone.isEmpty()) {
      lines.add("");
      lines.add("In none of the given states, so nothing has to forget it:");
      inNone.forEach(address -> lines.add("  " + address));
    }
    lines.add("");
    lines.add("Wrote " + imports + ". Next:");
    List<String> steps = new ArrayList<>();
    steps.add(
        "Run ./meridian synth"
            + arguments
            + ", and plan "
            + stack
            + ".\nThe plan must say "
            + adoption.imports().size()
            + " to import"
            + (adoption.created().isEmpty() && adoption.replaced().isEmpty()
                ? ", " + adoption.ownership() + " to add"
                : "")
            + " and 0 to destroy. To see it, run ./meridian diff"
            + arguments
            + ".");
    steps.add("Apply it. Until step 3 is done, do not change these resources in the old code.");
    forget(steps);
    steps.add(
        "Delete "
            + imports
            + (removed.isEmpty() ? "" : " and the removed blocks")
            + ", and run synth again.");
    for (int i = 0; i < steps.size(); i++) {
      lines.add("  " + (i + 1) + ". " + steps.get(i).replace("\n", "\n     "));
    }
    return lines;
  }

  private void forget(List<String> steps) {
    if (states.isEmpty()) {
      steps.add(
          "If another Terraform state manages these resources, it must forget them without"
              + " destroying\nthem: run this command again with --state FILE and --removed FOLDER.");
      return;
    }
    for (Forgotten state : states) {
      if (!state.isEmpty()) {
        StringBuilder step = new StringBuilder();
        whole(state, step);
        if (!state.single().isEmpty()) {
          single(state, step);
        }
        steps.add(step + "Plan it. The plan must say 0 to destroy. Apply it.");
      }
    }
  }

  private void whole(Forgotten state, StringBuilder step) {
    Path file = removed.get(state.file());
    if (file != null) {
      step.append("In the configuration of ")
          .append(state.file())
          .append(", replace the resource blocks of ")
          .append(Count.of(state.whole().size(), "resource"))
          .append(" with\n")
          .append(file)
          .append(", which lists them, and replace references to them.\n");
    } else if (!state.whole().isEmpty()) {
      step.append("In the configuration of ")
          .append(state.file())
          .append(", delete the resource blocks of ")
          .append(Count.of(state.whole().size(), "resource"))
          .append(", but add removed\nblocks: --removed FOLDER writes them.\n");
    }
  }

  private static void single(Forgotten state, StringBuilder step) {
    step.append("A removed block cannot name one instance of count or for_each. Remove these keys")
        .append(" from the code of\n")
        .append(state.file())
        .append(", and let its state forget them before you plan:\n");
    state
        .single()
        .forEach(
            address ->
                step.append("  terraform state rm ").append(ShellWord.of(address)).append('\n'));
    step.append("These instances stay where they are: ")
        .append(String.join(", ", state.others()))
        .append(".\n");
  }
}
