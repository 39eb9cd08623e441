package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.key;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.globalaccelerator_accelerator.GlobalacceleratorAccelerator;
import com.hashicorp.cdktf.providers.aws.globalaccelerator_endpoint_group.GlobalacceleratorEndpointGroup;
import com.hashicorp.cdktf.providers.aws.globalaccelerator_endpoint_group.GlobalacceleratorEndpointGroupEndpointConfiguration;
import com.hashicorp.cdktf.providers.aws.globalaccelerator_listener.GlobalacceleratorListener;
import com.hashicorp.cdktf.providers.aws.globalaccelerator_listener.GlobalacceleratorListenerPortRange;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.AcceleratorDeclaration.ClientAffinity;
import dev.meridian.declaration.AcceleratorDeclaration.EndpointGroup;
import dev.meridian.declaration.AcceleratorDeclaration.Listener;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.output.AcceleratorOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.stacks.name.AwsResourceNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * An accelerator, its listeners, and an endpoint group per listener and region with the region's
 * load balancer. {@link AcceleratorOutput} lists its outputs. It reads the states of the regions
 * that are not pinned, so it must depend on them: {@link MeridianStacks#add} sees to that.
 */
public final class AcceleratorStack extends TerraformStack {
  private static final String ACCELERATOR = "aws_globalaccelerator_accelerator";
  private static final String LISTENER = "aws_globalaccelerator_listener";
  private static final String GROUP = "aws_globalaccelerator_endpoint_group";
  private static final String MAIN = ACCELERATOR + ".main";

  private final AcceleratorDeclaration declared;
  private final ValueReferences references;
  private final GlobalacceleratorAccelerator accelerator;
  private final SortedMap<Integer, GlobalacceleratorListener> listeners = new TreeMap<>();
  private final List<GlobalacceleratorEndpointGroup> groups = new ArrayList<>();

  /**
   * The stack {@code <application>-<environment>-accelerator-<name>}.
   *
   * @param scope the CDKTF app, such as {@link Stacks#app} makes
   * @param declared one of the deployment's
   * @throws IllegalArgumentException if the deployment does not have the accelerator
   * @throws IllegalStateException if the environment does not switch CDKTF to HCL
   */
  public AcceleratorStack(Construct scope, Deployment deployment, AcceleratorDeclaration declared) {
    super(scope, HclMode.checked(stack(deployment, declared).name()));
    this.declared = declared;
    DeploymentStack stack = stack(deployment, declared);
    AwsSettings.add(this, stack.awsRegion(), Tags.of(deployment, DnsStack.GLOBAL));
    new BackendWriter(this, StateAddress.ofStack(deployment, stack.name())).write();
    this.references =
        ValueReferences.of(
            deployment, declared.groups().keySet().stream().map(RegionOutput.ALB_ARN::of).toList());
    references.readStates(this);

    this.accelerator =
        named(
            "main",
            GlobalacceleratorAccelerator.Builder.create(this, MAIN)
                .name(AwsResourceNames.accelerator(deployment, declared.name()))
                .ipAddressType(declared.dualStack() ? "DUAL_STACK" : "IPV4")
                .enabled(true)
                .build());
    for (Listener listener : declared.listeners()) {
      listeners.put(listener.firstPort(), listener(listener));
      declared.groups().values().forEach(group -> groups.add(group(listener, group)));
    }
    outputs();
  }

  private static DeploymentStack stack(Deployment deployment, AcceleratorDeclaration declared) {
    return deployment
        .stacks()
        .accelerator(declared.name())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the deployment does not have the accelerator " + declared.name()));
  }

  private static String listenerName(Listener listener) {
    return "port_" + listener.firstPort();
  }

  private GlobalacceleratorListener listener(Listener listener) {
    String name = listenerName(listener);
    return named(
        name,
        GlobalacceleratorListener.Builder.create(this, LISTENER + "." + name)
            .acceleratorArn(reference(MAIN + ".arn"))
            .protocol("TCP")
            .clientAffinity(
                listener.clientAffinity() == ClientAffinity.SOURCE_IP ? "SOURCE_IP" : "NONE")
            .portRange(
                listener.ports().stream()
                    .map(
                        port ->
                            GlobalacceleratorListenerPortRange.builder()
                                .fromPort(port)
                                .toPort(port)
                                .build())
                    .toList())
            .build());
  }

  /** Without a weight, the provider would send 0, which means no traffic. */
  private GlobalacceleratorEndpointGroup group(Listener listener, EndpointGroup group) {
    String name = listenerName(listener) + "_" + group.region();
    return named(
        name,
        GlobalacceleratorEndpointGroup.Builder.create(this, GROUP + "." + name)
            .listenerArn(reference(LISTENER + "." + listenerName(listener) + ".arn"))
            .endpointGroupRegion(group.region())
            .trafficDialPercentage(group.dial())
            .endpointConfiguration(
                List.of(
                    GlobalacceleratorEndpointGroupEndpointConfiguration.builder()
                        .endpointId(references.text(RegionOutput.ALB_ARN.of(group.region())))
                        .weight(group.weight())
                        .clientIpPreservationEnabled(group.clientIpPreservation())
                        .build()))
            .build());
  }

  private void outputs() {
    Outputs outputs = new Outputs(this);
    for (AcceleratorOutput output : AcceleratorOutput.values()) {
      outputs.add(output.id(), output.description(), value(output));
    }
  }

  private Object value(AcceleratorOutput output) {
    return switch (output) {
      case DNS_NAME ->
          reference(MAIN + (declared.dualStack() ? ".dual_stack_dns_name" : ".dns_name"));
      case ZONE_ID -> reference(MAIN + ".hosted_zone_id");
      case ARN -> reference(MAIN + ".arn");
      case STATIC_ADDRESSES ->
          reference(
              "sort(flatten([for set in "
                  + MAIN
                  + ".ip_sets : set.ip_addresses if set.ip_family == \"IPv4\"]))");
      case LISTENER_ARNS -> {
        SortedMap<String, String> arns = new TreeMap<>();
        declared
            .listeners()
            .forEach(
                one ->
                    arns.put(
                        key(Integer.toString(one.firstPort())),
                        reference(LISTENER + "." + listenerName(one) + ".arn")));
        yield arns;
      }
    };
  }

  /** The accelerator as it is declared. */
  public AcceleratorDeclaration declaration() {
    return declared;
  }

  /** The accelerator. */
  public GlobalacceleratorAccelerator accelerator() {
    return accelerator;
  }

  /** The listeners by their lowest port. */
  public SortedMap<Integer, GlobalacceleratorListener> listeners() {
    return Collections.unmodifiableSortedMap(listeners);
  }

  /** The endpoint groups, listener by listener, in declared order. */
  public List<GlobalacceleratorEndpointGroup> endpointGroups() {
    return Collections.unmodifiableList(groups);
  }
}
