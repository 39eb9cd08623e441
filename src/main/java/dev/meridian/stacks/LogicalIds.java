package dev.meridian.stacks;

import com.hashicorp.cdktf.TerraformElement;
import com.hashicorp.cdktf.TerraformResource;
import java.util.Optional;

/** Gives elements the name they have in Terraform, instead of one with a hash of their path. */
final class LogicalIds {
  private LogicalIds() {}

  /** {@code element}, called {@code name} whatever its construct id is. */
  static <T extends TerraformElement> T named(String name, T element) {
    element.overrideLogicalId(name);
    return element;
  }

  /** The same for a resource that 0.1.0 gave another name, which Terraform is told of. */
  static void moved(Optional<String> earlier, String name, TerraformResource resource) {
    named(name, resource);
    earlier.ifPresent(before -> from(before, resource));
  }

  static void from(String earlier, TerraformResource resource) {
    resource.moveFromId(resource.getTerraformResourceType() + "." + earlier);
  }
}
