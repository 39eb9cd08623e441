package dev.meridian.declaration;

import dev.meridian.declaration.output.AcceleratorOutput;
import dev.meridian.declaration.output.DnsOutput;
import dev.meridian.declaration.output.RegionOutput;
import java.util.List;

/**
 * One Terraform stack of a deployment. {@link Deployment#stacks} is the only list of stacks. It
 * defines their order of deployment and which states each one reads.
 */
public sealed interface DeploymentStack {

  /** The name of the stack, and of its state in every backend. */
  String name();

  /**
   * A short name that is unique within the deployment: a region's code, {@code accelerator-NAME},
   * {@code dns}, {@code private-network}, or {@code private-dns}.
   */
  String label();

  /** The code of the AWS Region that the stack's provider works in. */
  String awsRegion();

  /** The names of the stacks whose states it reads, in deployment order. */
  List<String> reads();

  /**
   * The names of the stacks that must exist before it and stay until it is destroyed: at least
   * those that it reads.
   */
  default List<String> follows() {
    return reads();
  }

  /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of stack. */
  interface Cases<R> {
    R region(RegionResources stack);

    R accelerator(Accelerator stack);

    R dns(Dns stack);

    R privateNetwork(PrivateNetworks stack);
  }

  /** Network, load balancer and servers of one region; {@link RegionOutput} lists its outputs. */
  record RegionResources(String name, RegionDeclaration region) implements DeploymentStack {
    @Override
    public String label() {
      return region.code();
    }

    @Override
    public String awsRegion() {
      return region.code();
    }

    @Override
    public List<String> reads() {
      return List.of();
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.region(this);
    }
  }

  /**
   * An accelerator with its listeners and endpoint groups; {@link AcceleratorOutput} lists its
   * outputs.
   *
   * @param reads the stacks of its regions that are not pinned
   * @param follows the stacks of all its regions: the accelerator can have network interfaces in
   *     their subnets
   */
  record Accelerator(
      String name, AcceleratorDeclaration accelerator, List<String> reads, List<String> follows)
      implements DeploymentStack {
    public Accelerator {
      reads = List.copyOf(reads);
      follows = List.copyOf(follows);
    }

    @Override
    public String label() {
      return accelerator.stackLabel();
    }

    @Override
    public String awsRegion() {
      return AcceleratorDeclaration.API_REGION;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.accelerator(this);
    }
  }

  /**
   * Hosted zone, health checks, records and alarms; {@link DnsOutput} lists its outputs.
   *
   * @param label {@code dns}, or {@link PrivateZone#DNS_STACK} for that of the private zone
   * @param awsRegion the region with Route 53's metrics, which the alarms need
   * @param reads the stacks of the regions that are not pinned, and of the accelerators; for the
   *     private zone, those of its regions that are not pinned
   */
  record Dns(String name, String label, String awsRegion, List<String> reads)
      implements DeploymentStack {
    /** The label of the stack of the deployment's own zone. */
    public static final String LABEL = "dns";

    public Dns {
      reads = List.copyOf(reads);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.dns(this);
    }
  }

  /**
   * Peering connections and the parts of VPC Resolver that a private zone has around it.
   *
   * @param zone the private zone
   * @param awsRegion the first region of the zone
   * @param reads the stacks of its regions that are not pinned
   * @param follows the stacks of all its regions: it has network interfaces in their subnets
   */
  record PrivateNetworks(
      String name, PrivateZone zone, String awsRegion, List<String> reads, List<String> follows)
      implements DeploymentStack {
    public PrivateNetworks {
      reads = List.copyOf(reads);
      follows = List.copyOf(follows);
    }

    @Override
    public String label() {
      return PrivateZone.NETWORK_STACK;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.privateNetwork(this);
    }
  }
}
