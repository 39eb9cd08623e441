package dev.meridian.stacks;

import com.hashicorp.cdktf.TerraformStack;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.declaration.Switches;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.Value;
import dev.meridian.stacks.hcl.HclText;
import dev.meridian.stacks.name.TerraformNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Turns values into text for Terraform: a literal, or a reference to another state's output. */
final class ValueReferences implements Value.Cases<String> {
  private final Deployment deployment;
  private final Map<String, String> states;
  private final Map<String, PinnedOutputs> pinned;

  private ValueReferences(
      Deployment deployment, Map<String, String> states, Map<String, PinnedOutputs> pinned) {
    this.deployment = deployment;
    this.states = states;
    this.pinned = pinned;
  }

  /**
   * References to the states of {@code deployment}, except those of pinned regions.
   *
   * @param values the values that a stack contains
   */
  static ValueReferences of(Deployment deployment, Collection<Value> values) {
    Map<String, PinnedOutputs> pinned = new HashMap<>();
    deployment
        .regions()
        .forEach((code, region) -> region.pinnedOutputs().ifPresent(p -> pinned.put(code, p)));
    NavigableSet<String> sources = new TreeSet<>();
    values.forEach(value -> value.heldBy().ifPresent(sources::add));
    sources.removeAll(pinned.keySet());
    return new ValueReferences(deployment, TerraformNames.ofStates(sources), pinned);
  }

  /** Adds the data sources of the states to {@code stack}, sorted. */
  void readStates(TerraformStack stack) {
    states.forEach(
        (source, resource) ->
            new RemoteStateSource(
                    stack, "data.terraform_remote_state." + resource, address(deployment, source))
                .read(resource));
  }

  String text(Value value) {
    return value.accept(this);
  }

  @Override
  public String literal(Value.Literal value) {
    return HclText.literal(value.spelling());
  }

  @Override
  public String output(Value.Output value) {
    PinnedOutputs known = pinned.get(value.source());
    return known == null
        ? HclText.reference(path(value.source(), value.name()))
        : HclText.literal(known.text(value.name()));
  }

  @Override
  public String listOutput(Value.ListOutput value) {
    PinnedOutputs known = pinned.get(value.source());
    return known == null
        ? HclText.reference(path(value.source(), value.name()) + "[" + value.index() + "]")
        : HclText.literal(known.element(value.name(), value.index()));
  }

  @Override
  public String reference(Value.Reference value) {
    if (!value.address().startsWith(Switches.ROUTING_CONTROL)) {
      throw new IllegalArgumentException("a declaration cannot contain the reference " + value);
    }
    return HclText.reference(value.address());
  }

  private String path(String source, String output) {
    return "data.terraform_remote_state." + states.get(source) + ".outputs." + output;
  }

  /** The address of a source's state. */
  static StateAddress address(Deployment deployment, String source) {
    Optional<DeploymentStack.RegionResources> region = deployment.stacks().region(source);
    if (region.isPresent()) {
      return StateAddress.ofStack(deployment, region.get().name());
    }
    Optional<DeploymentStack.Accelerator> accelerator = deployment.stacks().accelerator(source);
    if (accelerator.isPresent()) {
      return StateAddress.ofStack(deployment, accelerator.get().name());
    }
    EndpointDeclaration endpoint = deployment.endpoints().get(source);
    Location.State state =
        Optional.ofNullable(endpoint)
            .flatMap(EndpointDeclaration::state)
            .orElseThrow(() -> new IllegalArgumentException(source + " has no state"));
    return StateAddress.of(state);
  }

  /** The region or endpoint whose state has the address to probe. */
  static Optional<String> probedSource(HealthCheck check) {
    return check.values().stream().flatMap(value -> value.heldBy().stream()).findFirst();
  }
}
