package dev.meridian.stacks;

import com.hashicorp.cdktf.TerraformElement;

/** Gives elements the name they have in Terraform, instead of one with a hash of their path. */
final class Naming {
  private Naming() {}

  /** {@code element}, called {@code name} whatever its construct id is. */
  static <T extends TerraformElement> T named(String name, T element) {
    element.overrideLogicalId(name);
    return element;
  }
}
