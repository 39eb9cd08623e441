package dev.meridian.stacks.name;

import com.hashicorp.cdktf.TerraformElement;
import com.hashicorp.cdktf.TerraformResource;
import java.util.Optional;

/** Gives elements the name they have in Terraform, instead of one with a hash of their path. */
public final class LogicalIds {
  private LogicalIds() {}

  /** Gives {@code element} the name {@code name}, whatever its construct id is. */
  public static <T extends TerraformElement> T named(String name, T element) {
    element.overrideLogicalId(name);
    return element;
  }

  /** The same for a resource that had another name in 0.1.0. Adds a moved block. */
  public static void moved(Optional<String> earlier, String name, TerraformResource resource) {
    named(name, resource);
    earlier.ifPresent(before -> from(before, resource));
  }

  public static void from(String earlier, TerraformResource resource) {
    resource.moveFromId(resource.getTerraformResourceType() + "." + earlier);
  }
}
