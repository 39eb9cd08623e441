package dev.meridian.cli.stack;

import dev.meridian.cli.option.Count;
import dev.meridian.declaration.Deployment;
import dev.meridian.environment.StacksOfOthers;
import dev.meridian.environment.StatePlace;
import dev.meridian.operate.LeftOverResources;
import dev.meridian.operate.LeftOverStack;
import dev.meridian.operate.UndeclaredStates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What commands say about stacks that are left over.
 *
 * @param output such as {@code cdktf.out}
 * @param declaration the name of the declaration in messages
 * @param arguments the options of {@code ./meridian destroy}, after a space
 */
public record LeftOverStacks(
    Path output, Path declaration, Deployment deployment, String arguments) {

  /** One line per stack, in the order of their names. */
  public List<String> warnings() throws IOException {
    return LeftOverStack.find(output, deployment).stream()
        .map(stack -> stack.owned() ? leftOver(stack) : unknown(stack))
        .toList();
  }

  /** The same with the number of resources in the states. */
  public List<String> lines(List<LeftOverResources> found) {
    return found.stream().map(this::line).toList();
  }

  private String line(LeftOverResources found) {
    LeftOverStack stack = found.stack();
    String start =
        stack.name() + " is left over: " + declaration + " does not declare " + stack.region();
    if (found.resources() == null) {
      return start + ". Whether it still has resources is not known: " + found.reason();
    }
    return found.resources() == 0
        ? start + ", and its state has no resources. Remove the folder " + stack.folder() + "."
        : start
            + ", but its state has "
            + Count.of(found.resources(), "resource")
            + ". Apply "
            + deployment.stacks().dns().name()
            + ", and then run ./meridian destroy "
            + stack.region()
            + arguments
            + ".";
  }

  /**
   * One line per state of this deployment, one for all of others, and one for unreadable ones.
   *
   * @param elsewhere what other declarations declare
   */
  public List<String> lines(UndeclaredStates found, StacksOfOthers elsewhere) {
    Path folder = found.folder();
    if (folder == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (String label : found.leftOver()) {
      String stack = deployment.stackName(label);
      lines.add(
          stack
              + " is left over: "
              + declaration
              + " does not declare "
              + label
              + ", but "
              + shown(UndeclaredStates.file(folder, stack))
              + " has resources. To destroy them, declare "
              + label
              + " again and run ./meridian synth"
              + arguments
              + ". Then remove it again, apply "
              + deployment.stacks().dns().name()
              + ", and run ./meridian destroy "
              + label
              + arguments
              + ".");
    }
    if (!found.others().isEmpty()) {
      lines.add(
          shown(folder)
              + " also has states with resources for "
              + String.join(", ", found.others())
              + ", which no declaration next to "
              + declaration
              + " declares. "
              + notKnown(elsewhere)
              + "If "
              + deployment.name().phrase()
              + " had another name before, declare it with was:, so that Terraform finds them"
              + " again. Otherwise, find out who applies these stacks before you remove a state.");
    }
    if (!found.unreadable().isEmpty()) {
      lines.add(
          shown(folder)
              + " also has states that could not be read, so whether they have resources is not"
              + " known: "
              + String.join(", ", found.unreadable())
              + ".");
    }
    return lines;
  }

  private static String notKnown(StacksOfOthers elsewhere) {
    return elsewhere.invalid().isEmpty()
        ? ""
        : elsewhere.invalid().stream().map(Path::toString).collect(Collectors.joining(", "))
            + (elsewhere.invalid().size() == 1
                ? " is not a valid declaration, so what it declares is not known. "
                : " are not valid declarations, so what they declare is not known. ");
  }

  /** What was not looked for; empty if nothing. */
  public Optional<String> notListed(UndeclaredStates found) {
    if (found.folder() != null) {
      return Optional.empty();
    }
    String stack = deployment.stacks().dns().name();
    Path folder = output.resolve("stacks").resolve(stack);
    return Optional.of(
        "diff lists local states only. Whether there are states of stacks that "
            + declaration
            + " no longer declares is not known. Look for them next to "
            + StatePlace.of(deployment, stack).text(folder)
            + ".");
  }

  /** Relative to the working directory, if it is below that. */
  private static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path there = path.toAbsolutePath().normalize();
    return there.startsWith(here) && !there.equals(here) ? here.relativize(there) : there;
  }

  private String leftOver(LeftOverStack stack) {
    return stack.folder()
        + " is left over: "
        + declaration
        + " no longer declares "
        + stack.region()
        + ". If it is deployed, apply "
        + deployment.stacks().dns().name()
        + " first, so that no record points to it anymore, and wait for the records' TTL. Then run"
        + " ./meridian destroy "
        + stack.region()
        + arguments
        + ", and remove that folder.";
  }

  private String unknown(LeftOverStack stack) {
    return stack.folder()
        + " has the name of the stack of "
        + stack.region()
        + ", which "
        + declaration
        + " does not declare, but its cdk.tf lacks the tags that show its owner. Find the owner before"
        + " you remove it.";
  }
}
