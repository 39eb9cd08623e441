package dev.meridian.operate;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.environment.StatePlace;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.DnsStack;
import dev.meridian.stacks.Stacks;
import dev.meridian.stacks.output.OutputFolder;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stacks of one deployment on disk, and Terraform for each of them.
 *
 * @param output such as {@code cdktf.out}; local states are in the folder that contains it
 */
public record StackSet(Deployment deployment, Path output, TerraformSettings settings) {

  /** Writes the stacks, and overwrites existing ones. Only for a folder that Meridian owns. */
  public void synthesize(RoutingPlan plan) {
    Stacks.synthesize(deployment, plan, output);
  }

  /**
   * Writes the stacks that are missing. A folder with Terraform configuration stays unchanged,
   * because the user may have edited it or written it with another app, and it is what will be
   * applied.
   *
   * @param migration what the DNS stack has besides its resources
   * @return the stacks whose {@code cdk.tf} differs from the deployment, in the order of deployment
   */
  public List<String> writeMissing(RoutingPlan plan, DnsStack.Migration migration)
      throws IOException {
    List<String> missing = new ArrayList<>();
    List<String> different = new ArrayList<>();
    try (FreshStacks fresh = FreshStacks.of(deployment, plan, migration)) {
      for (String stack : all()) {
        if (!isWritten(stack)) {
          missing.add(stack);
        } else if (!fresh.isIn(directory(stack), stack)) {
          different.add(stack);
        }
      }
      write(missing, fresh);
    }
    return List.copyOf(different);
  }

  private void write(List<String> missing, FreshStacks fresh) throws IOException {
    if (missing.isEmpty()) {
      return; // the folder may be read-only
    }
    try (OutputFolder folder = OutputFolder.lock(output)) {
      for (String stack : missing) {
        fresh.copyMissing(stack, folder);
      }
    }
  }

  /** Whether the stack's folder has any Terraform configuration. */
  public boolean isWritten(String stack) throws IOException {
    Path folder = directory(stack);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().matches("(?s).*\\.tf(\\.json)?"));
    }
  }

  /** The place to which writing the stack as declared moves its state; empty if it stays. */
  public Optional<String> movedBySynth(String stack) throws IOException {
    StatePlace declared = StatePlace.of(deployment, stack);
    return StatePlace.in(directory(stack))
        .filter(place -> !place.equals(declared))
        .map(place -> declared.text(directory(stack)));
  }

  /** The names of all stacks, in the order in which they are deployed. */
  public List<String> all() {
    return deployment.stacks().names();
  }

  /** The names of the stacks, in groups that can be deployed in parallel, in deployment order. */
  public List<List<String>> waves() {
    return deployment.stacks().waves().stream()
        .map(wave -> wave.stream().map(DeploymentStack::name).toList())
        .toList();
  }

  /** The stack of one of the deployment's regions. */
  public DeploymentStack.RegionResources region(String code) {
    return deployment.stacks().region(code).orElseThrow();
  }

  /** The DNS stack. */
  public DeploymentStack.Dns dns() {
    return deployment.stacks().dns();
  }

  /** Maps the name of each stack to its short name for messages. */
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    deployment.stacks().all().forEach(stack -> labels.put(stack.name(), stack.label()));
    return labels;
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
