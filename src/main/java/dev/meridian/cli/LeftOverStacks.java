package dev.meridian.cli;

import dev.meridian.declaration.Deployment;
import dev.meridian.operate.LeftOverStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code synth} says about stacks that are left over.
 *
 * @param output such as {@code cdktf.out}
 * @param declaration the name of the declaration in messages
 * @param arguments the options of {@code ./meridian destroy}, after a space
 */
record LeftOverStacks(Path output, Path declaration, Deployment deployment, String arguments) {

  /** One line per stack, in the order of their names. */
  List<String> warnings() throws IOException {
    return LeftOverStack.find(output, deployment).stream()
        .map(stack -> stack.owned() ? leftOver(stack) : unknown(stack))
        .toList();
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
