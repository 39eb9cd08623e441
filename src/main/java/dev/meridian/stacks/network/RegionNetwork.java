package dev.meridian.stacks.network;

import com.hashicorp.cdktf.TerraformProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network of one region of a private zone, as another stack's HCL refers to it.
 *
 * @param code the AWS Region
 * @param provider the provider for the region; null for the stack's own
 * @param name the prefix of the names of resources
 * @param vpcId the VPC's id
 * @param cidr the VPC's IPv4 block
 * @param subnets the ids of two or more private subnets, in different availability zones
 * @param routeTables the ids of all route tables: public, private
 */
public record RegionNetwork(
    String code,
    @Nullable TerraformProvider provider,
    String name,
    String vpcId,
    String cidr,
    List<String> subnets,
    List<String> routeTables) {
  public RegionNetwork {
    subnets = List.copyOf(subnets);
    routeTables = List.copyOf(routeTables);
  }
}
