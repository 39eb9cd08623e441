package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveAccelerators;
import dev.meridian.aws.LiveAddresses;
import dev.meridian.aws.LiveLoadBalancers;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.PinnedOutputs;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.output.AcceleratorOutput;
import dev.meridian.declaration.output.DnsOutput;
import dev.meridian.declaration.output.PrivateOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.stacks.Tags;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.terraform.StacksFailed;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.StateOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outputs of regions and accelerators: in their pins, in their states, or in AWS by names
 * and tags.
 */
public final class RegionOutputSource {
  private static final String ZONE_ID = DnsOutput.ZONE_ID.id();

  private final Deployment deployment;
  private final Optional<StackSet> stacks;
  private final AwsAccess access;
  private final List<String> notes = new ArrayList<>();

  private RegionOutputSource(Deployment deployment, Optional<StackSet> stacks, AwsAccess access) {
    this.deployment = deployment;
    this.stacks = stacks;
    this.access = access;
  }

  /**
   * The outputs that were found.
   *
   * @param zoneIds the ids of the hosted zones by the label of their stacks, if its state has one
   * @param notes the regions whose states were not read, and why
   */
  public record Found(KnownOutputs outputs, SortedMap<String, String> zoneIds, List<String> notes) {

    /** The id of the zone of a deployment, or of its private zone; null if it is not known. */
    public @Nullable String zoneId(Deployment zone) {
      return zoneIds.get(zone.stacks().dns().label());
    }
  }

  /** Finds the outputs. {@code stacks} is empty if there is no Terraform to read states. */
  public static Found find(Deployment deployment, Optional<StackSet> stacks, AwsAccess access)
      throws AwsReadException, StacksFailed, InterruptedException {
    RegionOutputSource search = new RegionOutputSource(deployment, stacks, access);
    Map<String, InState> states = search.inStates();
    Map<String, StateOutputs> found = new TreeMap<>();
    for (RegionDeclaration region : deployment.regions().values()) {
      found.put(region.code(), search.find(region, states.get(region.code())));
    }
    for (DeploymentStack.Accelerator stack : deployment.stacks().accelerators()) {
      found.put(stack.accelerator().name(), search.find(stack, states.get(stack.label())));
    }
    SortedMap<String, String> zoneIds = new TreeMap<>();
    states.forEach(
        (label, state) ->
            state
                .outputs()
                .flatMap(outputs -> Optional.ofNullable(outputs.texts().get(ZONE_ID)))
                .ifPresent(id -> zoneIds.put(label, id)));
    return new Found(KnownOutputs.of(found), zoneIds, List.copyOf(search.notes));
  }

  /** The outputs of a state, or the reason why they are not known. */
  private record InState(Optional<StateOutputs> outputs, String reason) {}

  /**
   * Reads the states of all stacks that are not pinned, in parallel. Keys are the stacks' labels.
   */
  private Map<String, InState> inStates() throws StacksFailed, InterruptedException {
    Map<String, DeploymentStack> wanted = new TreeMap<>();
    deployment.stacks().all().stream()
        .filter(stack -> stack.accept(EVIDENCE).isPresent())
        .forEach(stack -> wanted.put(stack.name(), stack));
    Map<String, InState> states = new ConcurrentHashMap<>();
    ParallelStacks.run(
        List.copyOf(wanted.keySet()),
        name -> {
          DeploymentStack stack = Objects.requireNonNull(wanted.get(name));
          states.put(stack.label(), inState(name, stack.accept(EVIDENCE).orElseThrow()));
        });
    return states;
  }

  /** The output that shows that a state was applied; empty if the state is not read. */
  private static final DeploymentStack.Cases<Optional<String>> EVIDENCE =
      new DeploymentStack.Cases<>() {
        @Override
        public Optional<String> region(DeploymentStack.RegionResources stack) {
          return stack.region().pinnedOutputs().isPresent()
              ? Optional.empty()
              : Optional.of(RegionOutput.ALB_DNS_NAME.id());
        }

        @Override
        public Optional<String> accelerator(DeploymentStack.Accelerator stack) {
          return Optional.of(AcceleratorOutput.DNS_NAME.id());
        }

        @Override
        public Optional<String> dns(DeploymentStack.Dns stack) {
          return Optional.of(ZONE_ID);
        }

        @Override
        public Optional<String> privateNetwork(DeploymentStack.PrivateNetworks stack) {
          return Optional.empty();
        }
      };

  private StateOutputs find(RegionDeclaration region, @Nullable InState state)
      throws AwsReadException {
    if (state == null) {
      return region.pinnedOutputs().map(RegionOutputSource::of).orElse(StateOutputs.NONE);
    }
    if (state.outputs().isPresent()) {
      return state.outputs().get();
    }
    note(stackName(region), state);
    return atAws(region);
  }

  private StateOutputs find(DeploymentStack.Accelerator stack, @Nullable InState state)
      throws AwsReadException {
    InState read = Objects.requireNonNull(state);
    if (read.outputs().isPresent()) {
      return read.outputs().get();
    }
    note(stack.name(), read);
    String name = AwsResourceNames.accelerator(deployment, stack.accelerator().name());
    return LiveAccelerators.named(name, access)
        .map(
            live ->
                new StateOutputs(
                    new TreeMap<>(Map.of(AcceleratorOutput.DNS_NAME.id(), live.dnsName())),
                    new TreeMap<>(
                        Map.of(AcceleratorOutput.STATIC_ADDRESSES.id(), live.addresses()))))
        .orElse(StateOutputs.NONE);
  }

  private void note(String stack, InState state) {
    notes.add(
        String.format(
            Locale.ROOT,
            "The state of %s was not read, so Meridian asked AWS by names and tags: %s",
            stack,
            state.reason()));
  }

  private static StateOutputs of(PinnedOutputs outputs) {
    return new StateOutputs(outputs.texts(), outputs.lists());
  }

  private InState inState(String stack, String wanted) throws InterruptedException {
    String reason = "terraform init has not been run for it here";
    if (stacks.isPresent() && stacks.get().isInitialized(stack)) {
      try {
        StateOutputs outputs = stacks.get().terraform(stack).outputs();
        if (outputs.texts().containsKey(wanted)) {
          return new InState(Optional.of(outputs), "");
        }
        reason = "it has no outputs";
      } catch (TerraformFailed e) {
        reason = String.valueOf(e.getMessage());
      }
    }
    return new InState(Optional.empty(), reason);
  }

  private StateOutputs atAws(RegionDeclaration region) throws AwsReadException {
    String name = AwsResourceNames.loadBalancer(deployment);
    List<LiveLoadBalancers.Balancer> balancers = LiveLoadBalancers.in(region.code(), access);
    Optional<LiveLoadBalancers.Balancer> alb =
        balancers.stream().filter(balancer -> balancer.name().equals(name)).findFirst();
    if (alb.isEmpty()) {
      return StateOutputs.NONE;
    }
    StateOutputs found =
        of(new PinnedOutputs(alb.get().dnsName(), alb.get().zoneId(), addresses(region)));
    SortedMap<String, String> texts = new TreeMap<>(found.texts());
    String internal = AwsResourceNames.internalLoadBalancer(AwsResourceNames.prefix(deployment));
    balancers.stream()
        .filter(balancer -> balancer.name().equals(internal))
        .findFirst()
        .ifPresent(
            balancer -> {
              texts.put(PrivateOutput.DNS_NAME.id(), balancer.dnsName());
              texts.put(PrivateOutput.ZONE_ID.id(), balancer.zoneId());
              texts.put(RegionOutput.VPC_ID.id(), balancer.vpc());
            });
    return new StateOutputs(texts, found.lists());
  }

  private String stackName(RegionDeclaration region) {
    return deployment.stacks().region(region.code()).orElseThrow().name();
  }

  private List<String> addresses(RegionDeclaration region) throws AwsReadException {
    if (!region.site().staticAddresses()) {
      return List.of();
    }
    SortedMap<String, String> found =
        LiveAddresses.tagged(region.code(), Tags.owner(deployment), access);
    return IntStream.rangeClosed(1, region.site().network().availabilityZones())
        .mapToObj(number -> AwsResourceNames.staticAddress(deployment, number))
        .flatMap(name -> Stream.ofNullable(found.get(name)))
        .toList();
  }
}
