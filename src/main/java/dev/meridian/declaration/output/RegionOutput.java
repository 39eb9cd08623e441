package dev.meridian.declaration.output;

import dev.meridian.model.Value;
import java.util.Arrays;
import java.util.List;

/**
 * The outputs of a region stack: the contract between that stack, the DNS stack, {@code pin},
 * {@code verify}, and everyone else who reads the state. docs/outputs.md documents it. Removing or
 * changing an output requires a new version of the contract.
 */
public enum RegionOutput {
  /** A host name, such as {@code shop-1.eu-west-1.elb.amazonaws.com}. */
  ALB_DNS_NAME("alb_dns_name", OutputType.STRING, true, "The load balancer's DNS name"),
  /** A canonical hosted zone id, such as {@code Z32O12XQLNTSW2}. */
  ALB_ZONE_ID(
      "alb_zone_id", OutputType.STRING, true, "The load balancer's hosted zone ID, for aliases"),
  /** An ARN. */
  ALB_ARN("alb_arn", OutputType.STRING, false, "The load balancer"),
  /** An ARN. */
  TARGET_GROUP_ARN("target_group_arn", OutputType.STRING, false, "Where targets are registered"),
  /** An id, such as {@code vpc-0123456789abcdef0}. */
  VPC_ID("vpc_id", OutputType.STRING, false, "The network"),
  /** Ids, such as {@code subnet-0123456789abcdef0}; one per availability zone. */
  SUBNET_IDS(
      "subnet_ids", OutputType.LIST_OF_STRING, false, "The load balancer's subnets, one per zone"),
  /** IPv4 addresses in the order of {@link #SUBNET_IDS}; empty without static addresses. */
  STATIC_ADDRESSES(
      "static_addresses",
      OutputType.LIST_OF_STRING,
      true,
      "Elastic IPs in front of the load balancer, one per zone");

  private final String id;
  private final OutputType type;
  private final boolean readByDns;
  private final String description;

  RegionOutput(String id, OutputType type, boolean readByDns, String description) {
    this.id = id;
    this.type = type;
    this.readByDns = readByDns;
    this.description = description;
  }

  /** Its name in Terraform, such as {@code alb_dns_name}. */
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

  /**
   * The names of the outputs that the stack of a public zone reads, and that every snapshot
   * contains.
   */
  public static List<String> readByDns() {
    return Arrays.stream(values()).filter(o -> o.readByDns).map(RegionOutput::id).toList();
  }

  /** The value of this output for the region {@code code}, known after apply. */
  public Value of(String code) {
    require(OutputType.STRING);
    return new Value.Output(code, id);
  }

  /**
   * The value of one element of this list output for the region {@code code}, known after apply.
   *
   * @param index counted from 0
   */
  public Value element(String code, int index) {
    require(OutputType.LIST_OF_STRING);
    return new Value.ListOutput(code, id, index);
  }

  private void require(OutputType needed) {
    if (type != needed) {
      throw new IllegalStateException(id + " is a " + type.text() + ", not a " + needed.text());
    }
  }
}
