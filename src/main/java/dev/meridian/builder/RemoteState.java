package dev.meridian.builder;

/**
 * Another team's Terraform state, whose outputs locate an endpoint. Immutable.
 *
 * @see Endpoint#aliasIn
 */
public final class RemoteState {
  private final Mapping settings;
  private final Mapping options;

  private RemoteState(Mapping settings, Mapping options) {
    this.settings = settings;
    this.options = options;
  }

  private static RemoteState of(String backend) {
    return new RemoteState(Mapping.of("backend", backend), Mapping.EMPTY);
  }

  /**
   * A file.
   *
   * @param path relative to the folder that contains {@code cdktf.out}
   */
  public static RemoteState local(String path) {
    return of("local").with("path", path);
  }

  /** An object in an S3 bucket. */
  public static RemoteState s3(String bucket, String region, String key) {
    return of("s3").with("bucket", bucket).with("region", region).with("key", key);
  }

  /** A workspace of HCP Terraform or Terraform Enterprise. */
  public static RemoteState cloud(String organization, String workspace) {
    return of("cloud").with("organization", organization).with("workspace", workspace);
  }

  /** A workspace of the older {@code remote} backend. */
  public static RemoteState remote(String organization, String workspace) {
    return of("remote").with("organization", organization).with("workspace", workspace);
  }

  /** An object in Google Cloud Storage. */
  public static RemoteState gcs(String bucket, String prefix) {
    return of("gcs").with("bucket", bucket).with("prefix", prefix);
  }

  /** A blob of Azure Blob Storage. */
  public static RemoteState azurerm(
      String resourceGroup, String storageAccount, String container, String key) {
    return of("azurerm")
        .with("resource-group", resourceGroup)
        .with("storage-account", storageAccount)
        .with("container", container)
        .with("key", key);
  }

  /** A REST endpoint. */
  public static RemoteState http(String address) {
    return of("http").with("address", address);
  }

  /** A schema of the PostgreSQL database in {@code PG_CONN_STR}. */
  public static RemoteState pg(String schema) {
    return of("pg").with("schema", schema);
  }

  /** The host of a workspace, for cloud and remote; by default, app.terraform.io. */
  public RemoteState hostname(String hostname) {
    return with("hostname", hostname);
  }

  /**
   * Another argument of Terraform's s3 data source.
   *
   * @param name Terraform's name, such as {@code profile}
   */
  public RemoteState option(String name, String value) {
    return new RemoteState(settings, options.with(name, value));
  }

  private RemoteState with(String key, Object value) {
    return new RemoteState(settings.with(key, value), options);
  }

  Mapping mapping() {
    return options.isEmpty() ? settings : settings.with("options", options);
  }
}
