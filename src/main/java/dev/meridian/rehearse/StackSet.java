package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.Stacks;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stacks of one deployment on disk, each with its terraform.
 *
 * @param output such as {@code cdktf.out}; local states lie in the folder that holds it
 */
public record StackSet(Deployment deployment, Path output, TerraformSettings settings) {

  /** Writes the stacks. */
  public void synthesize(RoutingPlan plan) {
    Stacks.synthesize(deployment, plan, output);
  }

  /** The regions' stacks, in declared order. */
  public List<String> regions() {
    return deployment.regions().keySet().stream().map(deployment::regionStackName).toList();
  }

  public String dns() {
    return deployment.dnsStackName();
  }

  /** All stacks in the order in which they are deployed. */
  public List<String> all() {
    List<String> all = new ArrayList<>(regions());
    all.add(dns());
    return List.copyOf(all);
  }

  public Path directory(String stack) {
    return output.resolve("stacks").resolve(stack);
  }

  public Terraform terraform(String stack) {
    return new Terraform(stack, directory(stack), settings);
  }

  /** Whether {@code terraform init} has run in the stack's folder. */
  public boolean isInitialized(String stack) {
    return Files.isDirectory(directory(stack).resolve(".terraform"));
  }
}
