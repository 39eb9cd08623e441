package dev.meridian.declaration.output;

import dev.meridian.model.Value;
import java.util.List;

/**
 * The additional outputs of a region stack with an internal load balancer. Like {@link
 * RegionOutput}, they are a contract.
 */
public enum PrivateOutput {
  /** A host name, such as {@code internal-shop-1.eu-west-1.elb.amazonaws.com}. */
  DNS_NAME("internal_alb_dns_name", OutputType.STRING, "The internal load balancer's DNS name"),
  /** A canonical hosted zone id, such as {@code Z32O12XQLNTSW2}. */
  ZONE_ID(
      "internal_alb_zone_id",
      OutputType.STRING,
      "The internal load balancer's hosted zone ID, for aliases"),
  /** An ARN. */
  ARN("internal_alb_arn", OutputType.STRING, "The internal load balancer"),
  /** An ARN. */
  TARGET_GROUP_ARN(
      "internal_target_group_arn",
      OutputType.STRING,
      "Where the internal load balancer's targets are registered"),
  /** IPv4, such as {@code 10.1.0.0/16}. */
  VPC_CIDR_BLOCK("vpc_cidr_block", OutputType.STRING, "The addresses of the network"),
  /** Ids, one per availability zone. */
  SUBNET_IDS(
      "private_subnet_ids",
      OutputType.LIST_OF_STRING,
      "The internal load balancer's subnets, one per zone"),
  /** Ids: that of the public subnets, then that of the private ones. */
  ROUTE_TABLE_IDS(
      "route_table_ids", OutputType.LIST_OF_STRING, "The route tables of the network's subnets");

  private final String id;
  private final OutputType type;
  private final String description;

  PrivateOutput(String id, OutputType type, String description) {
    this.id = id;
    this.type = type;
    this.description = description;
  }

  /**
   * The names of the outputs that the stacks of a private zone read, with that of the VPC. A
   * snapshot contains all of them or none.
   */
  public static List<String> pinned() {
    return List.of(
        DNS_NAME.id(),
        ZONE_ID.id(),
        RegionOutput.VPC_ID.id(),
        VPC_CIDR_BLOCK.id(),
        SUBNET_IDS.id(),
        ROUTE_TABLE_IDS.id());
  }

  /** Its name in Terraform, such as {@code internal_alb_dns_name}. */
  public String id() {
    return id;
  }

  public OutputType type() {
    return type;
  }

  /** The description that Terraform shows next to the value. */
  public String description() {
    return description;
  }

  /** The value of this output for the region {@code code}, known after apply. */
  public Value of(String code) {
    return new Value.Output(code, id);
  }

  /**
   * The value of one element of this list output for the region {@code code}, known after apply.
   *
   * @param index counted from 0
   */
  public Value element(String code, int index) {
    return new Value.ListOutput(code, id, index);
  }
}
