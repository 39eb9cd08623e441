package dev.meridian.declaration;

/** The outputs of the DNS stack, a contract as {@link RegionOutput} is one. */
public enum DnsOutput {
  /** Host names. */
  NAME_SERVERS("name_servers", OutputType.LIST_OF_STRING, "What the domain's registrar must name"),
  /** The hosted zone's id, without {@code /hostedzone/}. */
  ZONE_ID("zone_id", OutputType.STRING, "The hosted zone"),
  /** A health check's name to its id in Route 53. */
  HEALTH_CHECK_IDS(
      "health_check_ids", OutputType.MAP_OF_STRING, "Health check to its id in Route 53"),
  /** A declared label to its fully qualified name. */
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

  /** What Terraform shows beside the value. */
  public String description() {
    return description;
  }
}
