package dev.meridian.declaration.output;

/**
 * The outputs of the DNS stack of a deployment with {@code switches}, in addition to {@link
 * DnsOutput}. Like {@link RegionOutput}, they are a contract. Keep a copy where you can read it
 * during an outage.
 */
public enum SwitchOutput {
  /** The ARN, created or not. */
  CLUSTER_ARN("switch_cluster_arn", OutputType.STRING, "The cluster of the routing controls"),
  /** Each is a region, a space, and a URL; empty for a cluster that exists without the stack. */
  CLUSTER_ENDPOINTS(
      "switch_cluster_endpoints",
      OutputType.LIST_OF_STRING,
      "The cluster's data plane: region and URL of each endpoint"),
  /** The ARN. */
  CONTROL_PANEL_ARN(
      "switch_control_panel_arn", OutputType.STRING, "The control panel of the routing controls"),
  /** By region. */
  ROUTING_CONTROL_ARNS(
      "switch_routing_control_arns",
      OutputType.MAP_OF_STRING,
      "Region to the ARN of its routing control, which is on while the region is drained");

  private final String id;
  private final OutputType type;
  private final String description;

  SwitchOutput(String id, OutputType type, String description) {
    this.id = id;
    this.type = type;
    this.description = description;
  }

  /** Its name in Terraform, such as {@code switch_cluster_arn}. */
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
}
