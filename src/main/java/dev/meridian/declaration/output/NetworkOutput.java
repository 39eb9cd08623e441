package dev.meridian.declaration.output;

/**
 * The outputs of the stack around a private zone. Like {@link RegionOutput}, they are a contract.
 */
public enum NetworkOutput {
  /** Private IPv4 addresses, one per availability zone, by the code of the region. */
  INBOUND_ADDRESSES(
      "resolver_inbound_addresses",
      OutputType.MAP_OF_LIST,
      "Region to the addresses where other networks ask its resolver");

  private final String id;
  private final OutputType type;
  private final String description;

  NetworkOutput(String id, OutputType type, String description) {
    this.id = id;
    this.type = type;
    this.description = description;
  }

  /** Its name in Terraform, such as {@code resolver_inbound_addresses}. */
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
