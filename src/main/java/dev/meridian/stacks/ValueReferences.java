package dev.meridian.stacks;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.declaration.RegionOutput;
import dev.meridian.declaration.Switches;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.stacks.hcl.HclText;
import dev.meridian.stacks.name.TerraformNames;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Turns values into text for Terraform: a literal, or a reference to another state's output. */
final class ValueReferences implements Value.Cases<String> {
  private final Map<String, String> states;
  private final Map<String, PinnedOutputs> pinned;

  private ValueReferences(Map<String, String> states, Map<String, PinnedOutputs> pinned) {
    this.states = states;
    this.pinned = pinned;
  }

  /** References to the states of {@code deployment}, except those of pinned regions. */
  static ValueReferences of(Deployment deployment, RoutingPlan plan) {
    Map<String, PinnedOutputs> pinned = new HashMap<>();
    deployment
        .regions()
        .forEach((code, region) -> region.pinnedOutputs().ifPresent(p -> pinned.put(code, p)));
    NavigableSet<String> sources = sources(plan);
    sources.removeAll(pinned.keySet());
    return new ValueReferences(TerraformNames.ofStates(sources), pinned);
  }

  /** Maps the sources of states to the names of their data sources in Terraform, sorted. */
  Map<String, String> states() {
    return states;
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

  /** A reference to an output of a region that is not pinned. */
  String ofRegion(String code, RegionOutput output) {
    if (pinned.containsKey(code)) {
      throw new IllegalArgumentException(code + " is pinned, and has no " + output.id());
    }
    return HclText.reference(path(code, output.id()));
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

  private static NavigableSet<String> sources(RoutingPlan plan) {
    NavigableSet<String> sources = new TreeSet<>();
    plan.values().forEach(value -> value.heldBy().ifPresent(sources::add));
    return sources;
  }
}
