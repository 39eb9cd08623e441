package dev.meridian.declaration.output;

import dev.meridian.model.Value;

/** The outputs of an accelerator's stack. Like {@link RegionOutput}, they are a contract. */
public enum AcceleratorOutput {
  /** A host name, such as {@code a1234567890abcdef.awsglobalaccelerator.com}. */
  DNS_NAME(
      "accelerator_dns_name",
      OutputType.STRING,
      "The accelerator's DNS name; the dual-stack one if it has IPv6 addresses"),
  /** The same for all accelerators: {@code Z2BJ6XQ5FK7U4H}. */
  ZONE_ID(
      "accelerator_zone_id",
      OutputType.STRING,
      "The hosted zone ID of Global Accelerator, for aliases"),
  /** An ARN. */
  ARN("accelerator_arn", OutputType.STRING, "The accelerator"),
  /**
   * IPv4 addresses, sorted as text. The same name as a region's, because readers use them alike.
   */
  STATIC_ADDRESSES(
      RegionOutput.STATIC_ADDRESSES.id(),
      OutputType.LIST_OF_STRING,
      "The accelerator's two IPv4 addresses"),
  /** ARNs by the listener's lowest port. */
  LISTENER_ARNS("listener_arns", OutputType.MAP_OF_STRING, "Lowest port to listener");

  private final String id;
  private final OutputType type;
  private final String description;

  AcceleratorOutput(String id, OutputType type, String description) {
    this.id = id;
    this.type = type;
    this.description = description;
  }

  /** Its name in Terraform, such as {@code accelerator_dns_name}. */
  public String id() {
    return id;
  }

  public OutputType type() {
    return type;
  }

  /** The value of this output for the accelerator {@code name}, known after apply. */
  public Value of(String name) {
    return new Value.Output(name, id);
  }

  /** The value of one element of this list output, counted from 0. */
  public Value element(String name, int index) {
    return new Value.ListOutput(name, id, index);
  }

  /** The description that Terraform shows next to the value. */
  public String description() {
    return description;
  }
}
