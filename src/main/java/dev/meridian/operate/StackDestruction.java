package dev.meridian.operate;

import dev.meridian.model.DnsName;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.json.ManagedResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The plan to destroy one stack. Hosted zones stay, unless they are named: their address is not
 * among the targets of the plan.
 *
 * @param file the plan; does not exist if nothing is destroyed
 * @param destroyed what is destroyed
 * @param kept the hosted zones that stay
 * @param fromStateAlone whether Terraform could not refresh the state, because it reads outputs
 *     that no longer exist. Then the plan also has what was deleted in AWS without Terraform.
 */
public record StackDestruction(
    String stack,
    Path file,
    List<ManagedResource> destroyed,
    List<ManagedResource> kept,
    boolean fromStateAlone) {

  public StackDestruction {
    destroyed = List.copyOf(destroyed);
    kept = List.copyOf(kept);
  }

  /**
   * Plans it.
   *
   * @param file where to write the plan
   * @param zones the names of the hosted zones to destroy
   */
  public static StackDestruction plan(
      StackSet set, StackContents contents, Path file, Set<DnsName> zones)
      throws TerraformFailed, InterruptedException {
    List<ManagedResource> destroyed = new ArrayList<>(contents.withoutZones());
    List<ManagedResource> kept = new ArrayList<>();
    for (ManagedResource zone : contents.zones()) {
      boolean named = StackContents.name(zone).filter(zones::contains).isPresent();
      (named ? destroyed : kept).add(zone);
    }
    boolean fromStateAlone = false;
    if (!destroyed.isEmpty()) {
      List<String> options = new ArrayList<>(List.of("-destroy"));
      if (!kept.isEmpty()) {
        destroyed.forEach(resource -> options.add("-target=" + resource.address()));
      }
      boolean zone = destroyed.size() > contents.withoutZones().size();
      fromStateAlone = plan(set, contents.stack(), file, options, zone);
    }
    return new StackDestruction(contents.stack(), file, destroyed, kept, fromStateAlone);
  }

  @SuppressWarnings("try") // lifting the protection is its use
  private static boolean plan(
      StackSet set, String stack, Path file, List<String> options, boolean zone)
      throws TerraformFailed, InterruptedException {
    Path folder = set.directory(stack);
    ZoneProtection.restore(folder);
    if (!zone) {
      return plan(set.terraform(stack), file, options);
    }
    try (ZoneProtection lifted = ZoneProtection.lift(folder)) {
      return plan(set.terraform(stack), file, options);
    }
  }

  /**
   * To refresh a state, Terraform evaluates the configuration, which fails if a stack that it reads
   * was destroyed first. Deleting a resource needs only its state.
   *
   * @return whether the state was not refreshed
   */
  private static boolean plan(Terraform terraform, Path file, List<String> options)
      throws TerraformFailed, InterruptedException {
    try {
      terraform.plan(file, options.toArray(String[]::new));
      return false;
    } catch (TerraformFailed e) {
      switch (e.failure().kind()) {
        case REMOTE_OUTPUT_MISSING, REMOTE_STATE_MISSING -> {
          options.add("-refresh=false");
          terraform.plan(file, options.toArray(String[]::new));
          return true;
        }
        default -> throw e;
      }
    }
  }

  /** Whether there is nothing to destroy. */
  public boolean isEmpty() {
    return destroyed.isEmpty();
  }

  /** Destroys what the plan says. */
  public void apply(StackSet set) throws TerraformFailed, InterruptedException {
    set.terraform(stack).apply(file);
  }
}
