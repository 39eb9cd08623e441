package dev.meridian.stacks.region;

import java.util.List;

/**
 * The part of a region's network that is for clients in VPCs.
 *
 * @param subnetReferences the ids of the subnets of internal load balancers in this stack's HCL,
 *     one per availability zone
 * @param routeTableReferences the ids of the VPC's route tables in this stack's HCL: that of the
 *     public subnets, then that of the private ones; empty for an existing network
 * @param cidrReference the VPC's IPv4 block in this stack's HCL
 */
public record InternalNetwork(
    List<String> subnetReferences, List<String> routeTableReferences, String cidrReference) {
  public InternalNetwork {
    subnetReferences = List.copyOf(subnetReferences);
    routeTableReferences = List.copyOf(routeTableReferences);
  }
}
