package dev.meridian.cli.view;

import dev.meridian.cli.option.Count;
import dev.meridian.operate.StackDestruction;
import dev.meridian.terraform.json.ManagedResource;
import java.util.ArrayList;
import java.util.List;

/** What {@code destroy} would destroy, in the order in which it does. */
public record DestructionText(List<StackDestruction> stacks) {

  public DestructionText {
    stacks = List.copyOf(stacks);
  }

  /** A heading for each stack, and a line for each resource. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (StackDestruction stack : stacks) {
      lines.add(stack.stack() + ": " + headline(stack));
      stack.destroyed().forEach(resource -> lines.add("  - " + described(resource)));
      stack.kept().forEach(zone -> lines.add("    " + described(zone) + " stays"));
    }
    return lines;
  }

  private static String headline(StackDestruction stack) {
    if (stack.isEmpty()) {
      return "nothing left to destroy";
    }
    String count = Count.of(stack.destroyed().size(), "resource") + " to destroy";
    return stack.fromStateAlone()
        ? count
            + ". Terraform reads outputs that no longer exist, so this is what the state says, and"
            + " may include what is gone already"
        : count;
  }

  /** The address, and what it is called in AWS where that differs. */
  private static String described(ManagedResource resource) {
    return switch (resource.type()) {
      case "aws_route53_zone" ->
          resource.address()
              + " ("
              + resource.attribute("name")
              + ", "
              + resource.attribute("zone_id")
              + ")";
      case "aws_route53_record" ->
          resource.address()
              + " ("
              + resource.attribute("name")
              + " "
              + resource.attribute("type")
              + ")";
      default -> resource.address();
    };
  }

  /** The number of resources in all stacks. */
  public int count() {
    return stacks.stream().mapToInt(stack -> stack.destroyed().size()).sum();
  }
}
