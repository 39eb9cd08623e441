package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.ClusterEndpoint;
import dev.meridian.aws.LiveControlPanel;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.output.SwitchOutput;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.json.StateOutputs;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the control panel of {@code switches} and the endpoints of its cluster: in the state of the
 * DNS stack, or in AWS by their names. Both can be unreachable during an outage, so people can also
 * name them.
 */
public final class ControlPanelSource {

  /**
   * What is needed to read and change states.
   *
   * @param panel the ARN of the control panel
   * @param endpoints at least one
   */
  public record Found(String panel, List<ClusterEndpoint> endpoints) {
    public Found {
      endpoints = List.copyOf(endpoints);
    }
  }

  private final Deployment deployment;
  private final AwsAccess access;

  public ControlPanelSource(Deployment deployment, AwsAccess access) {
    this.deployment = deployment;
    this.access = access;
  }

  /**
   * The panel; empty if neither the state nor AWS has it.
   *
   * @param stacks empty if there is no Terraform to read the state
   * @param notes receives a line if the state was not read
   */
  public Optional<Found> find(Optional<StackSet> stacks, Consumer<String> notes)
      throws AwsReadException, InterruptedException {
    Optional<Found> known = stacks.isEmpty() ? Optional.empty() : inState(stacks.get(), notes);
    return known.isPresent()
        ? known
        : live().map(panel -> new Found(panel.arn(), panel.endpoints()));
  }

  /** The panel as the control plane describes it, with its safety rules. */
  public Optional<LiveControlPanel> live() throws AwsReadException {
    return LiveControlPanel.find(
        deployment.switches().existingCluster().orElse(null),
        AwsResourceNames.cluster(deployment),
        AwsResourceNames.controlPanel(deployment),
        access);
  }

  private static Optional<Found> inState(StackSet stacks, Consumer<String> notes)
      throws InterruptedException {
    String stack = stacks.dns().name();
    if (!stacks.isInitialized(stack)) {
      return Optional.empty();
    }
    try {
      StateOutputs outputs = stacks.terraform(stack).outputs();
      List<ClusterEndpoint> endpoints =
          outputs.lists().getOrDefault(SwitchOutput.CLUSTER_ENDPOINTS.id(), List.of()).stream()
              .flatMap(text -> ClusterEndpoint.of(text).stream())
              .toList();
      return Optional.ofNullable(outputs.texts().get(SwitchOutput.CONTROL_PANEL_ARN.id()))
          .filter(panel -> !endpoints.isEmpty())
          .map(panel -> new Found(panel, endpoints));
    } catch (TerraformFailed e) {
      notes.accept(
          "The state of " + stack + " was not read, so Meridian asks AWS: " + e.getMessage());
      return Optional.empty();
    }
  }
}
