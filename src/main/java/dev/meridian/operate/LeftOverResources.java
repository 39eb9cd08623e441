package dev.meridian.operate;

import dev.meridian.terraform.TerraformFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a region that the declaration no longer has.
 *
 * @param resources the number of resources in its state; null if that is not known
 * @param reason why it is not known; empty if it is
 */
public record LeftOverResources(LeftOverStack stack, @Nullable Integer resources, String reason) {

  /** Whether something is left, or might be. */
  public boolean isFinding() {
    return resources == null || resources > 0;
  }

  /**
   * Reads the states of all stacks that are left over.
   *
   * @param set the stacks; empty without Terraform
   * @param initialize whether to initialize a stack if necessary, which writes to its folder
   */
  public static List<LeftOverResources> read(
      List<LeftOverStack> stacks, Optional<StackSet> set, boolean initialize)
      throws IOException, InterruptedException {
    List<LeftOverResources> all = new ArrayList<>();
    for (LeftOverStack stack : stacks) {
      all.add(read(stack, set, initialize));
    }
    return all;
  }

  private static LeftOverResources read(
      LeftOverStack stack, Optional<StackSet> set, boolean initialize) throws InterruptedException {
    if (!stack.owned()) {
      return unknown(stack, "its cdk.tf lacks the tags that show its owner");
    }
    if (set.isEmpty()) {
      return unknown(stack, "Terraform is not installed");
    }
    if (!initialize && !set.get().isInitialized(stack.name())) {
      return unknown(stack, "terraform init has not been run for it here");
    }
    try {
      int resources = StackContents.read(set.get(), stack.name()).resources().size();
      return new LeftOverResources(stack, resources, "");
    } catch (TerraformFailed e) {
      return unknown(stack, String.valueOf(e.getMessage()));
    }
  }

  private static LeftOverResources unknown(LeftOverStack stack, String reason) {
    return new LeftOverResources(stack, null, reason);
  }
}
