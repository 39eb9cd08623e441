package dev.meridian.declaration;

import dev.meridian.catalog.AwsRegion;
import dev.meridian.catalog.AwsRegions;
import dev.meridian.catalog.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stacks of a deployment, in deployment order: a stack comes after all stacks that it reads or
 * otherwise needs.
 */
public record DeploymentStacks(List<DeploymentStack> all) {

  public DeploymentStacks {
    all = List.copyOf(all);
    Set<String> earlier = new HashSet<>();
    for (DeploymentStack stack : all) {
      if (!earlier.containsAll(stack.follows()) || !earlier.add(stack.name())) {
        throw new IllegalArgumentException(stack.name() + " is out of order: " + all);
      }
    }
  }

  static DeploymentStacks of(Deployment deployment) {
    List<DeploymentStack> all = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (RegionDeclaration region : deployment.regions().values()) {
      String name = deployment.stackName(region.code());
      all.add(new DeploymentStack.RegionResources(name, region));
      if (region.pinnedOutputs().isEmpty()) {
        read.add(name);
      }
    }
    for (AcceleratorDeclaration accelerator : deployment.accelerators().values()) {
      String name = deployment.stackName(accelerator.stackLabel());
      List<String> behind =
          accelerator.groups().keySet().stream().map(deployment::stackName).toList();
      all.add(
          new DeploymentStack.Accelerator(
              name, accelerator, behind.stream().filter(read::contains).toList(), behind));
      read.add(name);
    }
    if (!deployment.isPrivateZone()) {
      all.add(dns(deployment, DeploymentStack.Dns.LABEL, read));
    }
    deployment.privateZone().ifPresent(zone -> all.addAll(ofPrivateZone(deployment, zone, read)));
    return new DeploymentStacks(all);
  }

  private static List<DeploymentStack> ofPrivateZone(
      Deployment deployment, PrivateZone zone, List<String> read) {
    List<DeploymentStack> all = new ArrayList<>();
    List<String> regions = zone.regions().stream().map(deployment::stackName).toList();
    List<String> reads = regions.stream().filter(read::contains).toList();
    if (zone.needsNetworkStack()) {
      String name = deployment.stackName(PrivateZone.NETWORK_STACK);
      String first = zone.regions().get(0);
      all.add(new DeploymentStack.PrivateNetworks(name, zone, first, reads, regions));
    }
    all.add(dns(deployment, PrivateZone.DNS_STACK, reads));
    return all;
  }

  private static DeploymentStack.Dns dns(Deployment deployment, String label, List<String> reads) {
    return new DeploymentStack.Dns(
        deployment.stackName(label), label, homeRegion(deployment), reads);
  }

  /**
   * The region of the DNS stack. All regions of a deployment are in one partition, because an
   * account is in one partition.
   */
  public static String homeRegion(Deployment deployment) {
    return homeRegion(deployment.regions().keySet());
  }

  /** The same for the codes of all regions of a deployment. */
  public static String homeRegion(Collection<String> regions) {
    return regions.stream()
        .flatMap(code -> AwsRegions.byCode(code).stream())
        .map(AwsRegion::partition)
        .findFirst()
        .orElse(Partition.AWS)
        .route53Region();
  }

  /** The names of all stacks, in deployment order. */
  public List<String> names() {
    return all.stream().map(DeploymentStack::name).toList();
  }

  /** The stack of the region {@code code}; empty if the deployment has no such region. */
  public Optional<DeploymentStack.RegionResources> region(String code) {
    return all.stream()
        .flatMap(stack -> stack.accept(REGION).stream())
        .filter(stack -> stack.region().code().equals(code))
        .findFirst();
  }

  /** The stack of the accelerator {@code name}; empty if the deployment has no such accelerator. */
  public Optional<DeploymentStack.Accelerator> accelerator(String name) {
    return accelerators().stream()
        .filter(stack -> stack.accelerator().name().equals(name))
        .findFirst();
  }

  /** The stacks of the accelerators, in declared order. */
  public List<DeploymentStack.Accelerator> accelerators() {
    return all.stream().flatMap(stack -> stack.accept(ACCELERATOR).stream()).toList();
  }

  /** The DNS stack of the deployment's zone, which comes before that of its private zone. */
  public DeploymentStack.Dns dns() {
    return all.stream()
        .flatMap(stack -> stack.accept(DNS).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a deployment without DNS: " + all));
  }

  /**
   * Groups of stacks that can be deployed at the same time, in deployment order: a stack is in the
   * first group after those of all stacks that it {@linkplain DeploymentStack#follows follows}. To
   * destroy, take the groups from the last.
   */
  public List<List<DeploymentStack>> waves() {
    List<List<DeploymentStack>> waves = new ArrayList<>();
    Set<String> deployed = new HashSet<>();
    List<DeploymentStack> left = new ArrayList<>(all);
    while (!left.isEmpty()) {
      List<DeploymentStack> wave =
          left.stream().filter(stack -> deployed.containsAll(stack.follows())).toList();
      wave.forEach(stack -> deployed.add(stack.name()));
      left.removeAll(wave);
      waves.add(wave);
    }
    return List.copyOf(waves);
  }

  private static final DeploymentStack.Cases<Optional<DeploymentStack.RegionResources>> REGION =
      new DeploymentStack.Cases<>() {
        @Override
        public Optional<DeploymentStack.RegionResources> region(
            DeploymentStack.RegionResources stack) {
          return Optional.of(stack);
        }

        @Override
        public Optional<DeploymentStack.RegionResources> accelerator(
            DeploymentStack.Accelerator stack) {
          return Optional.empty();
        }

        @Override
        public Optional<DeploymentStack.RegionResources> dns(DeploymentStack.Dns stack) {
          return Optional.empty();
        }

        @Override
        public Optional<DeploymentStack.RegionResources> privateNetwork(
            DeploymentStack.PrivateNetworks stack) {
          return Optional.empty();
        }
      };

  private static final DeploymentStack.Cases<Optional<DeploymentStack.Accelerator>> ACCELERATOR =
      new DeploymentStack.Cases<>() {
        @Override
        public Optional<DeploymentStack.Accelerator> region(DeploymentStack.RegionResources stack) {
          return Optional.empty();
        }

        @Override
        public Optional<DeploymentStack.Accelerator> accelerator(
            DeploymentStack.Accelerator stack) {
          return Optional.of(stack);
        }

        @Override
        public Optional<DeploymentStack.Accelerator> dns(DeploymentStack.Dns stack) {
          return Optional.empty();
        }

        @Override
        public Optional<DeploymentStack.Accelerator> privateNetwork(
            DeploymentStack.PrivateNetworks stack) {
          return Optional.empty();
        }
      };

  private static final DeploymentStack.Cases<Optional<DeploymentStack.Dns>> DNS =
      new DeploymentStack.Cases<>() {
        @Override
        public Optional<DeploymentStack.Dns> region(DeploymentStack.RegionResources stack) {
          return Optional.empty();
        }

        @Override
        public Optional<DeploymentStack.Dns> accelerator(DeploymentStack.Accelerator stack) {
          return Optional.empty();
        }

        @Override
        public Optional<DeploymentStack.Dns> dns(DeploymentStack.Dns stack) {
          return Optional.of(stack);
        }

        @Override
        public Optional<DeploymentStack.Dns> privateNetwork(DeploymentStack.PrivateNetworks stack) {
          return Optional.empty();
        }
      };
}
