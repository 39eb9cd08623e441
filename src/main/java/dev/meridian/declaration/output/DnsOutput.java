package dev.meridian.declaration.output;

/** The outputs of the DNS stack. Like {@link RegionOutput}, they are a contract. */
public enum DnsOutput {
  /** Host names. */
  NAME_SERVERS(
      "name_servers",
      OutputType.LIST_OF_STRING,
      "The name servers to set at the domain's registrar"),
  /** The hosted zone's id, without {@code /hostedzone/}. */
  ZONE_ID("zone_id", OutputType.STRING, "The hosted zone"),
  /** The ID in Route 53 of each health check, by name. */
  HEALTH_CHECK_IDS(
      "health_check_ids", OutputType.MAP_OF_STRING, "Health check to its id in Route 53"),
  /** The fully qualified name of each declared label. */
  NAMES("names", OutputType.MAP_OF_STRING, "Label to fully qualified name");

  private final String id;
  private final OutputType type;
  private final String description;

  DnsOutput(String id, OutputType type, String description) {
    this.id = id;
    this.type = type;
    this.description = description;
  }

  /** Its name in Terraform, such as {@code name_servers}. */
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
