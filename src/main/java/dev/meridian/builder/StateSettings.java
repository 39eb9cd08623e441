package dev.meridian.builder;

/**
 * A Terraform backend for the states of Meridian's stacks: the declaration's {@code state}.
 * Credentials come from the environment and are never part of the declaration. Immutable.
 */
public final class StateSettings {
  private final Mapping settings;
  private final Mapping options;

  private StateSettings(Mapping settings, Mapping options) {
    this.settings = settings;
    this.options = options;
  }

  private static StateSettings of(String backend) {
    return new StateSettings(Mapping.of("backend", backend), Mapping.EMPTY);
  }

  /**
   * Files.
   *
   * @param directory relative to the folder that contains {@code cdktf.out}; {@code .} for that
   *     folder
   */
  public static StateSettings local(String directory) {
    return of("local").with("directory", directory);
  }

  /** Objects {@code <stack>.tfstate} in an S3 bucket, each with a lock file. */
  public static StateSettings s3(String bucket, String region) {
    return of("s3").with("bucket", bucket).with("region", region);
  }

  /** Workspaces of HCP Terraform or Terraform Enterprise, with the {@code cloud} block. */
  public static StateSettings cloud(String organization) {
    return of("cloud").with("organization", organization);
  }

  /** Workspaces, with the older {@code remote} backend. */
  public static StateSettings remote(String organization) {
    return of("remote").with("organization", organization);
  }

  /** Objects in a bucket of Google Cloud Storage. */
  public static StateSettings gcs(String bucket) {
    return of("gcs").with("bucket", bucket);
  }

  /** Blobs of Azure Blob Storage. */
  public static StateSettings azurerm(
      String resourceGroup, String storageAccount, String container) {
    return of("azurerm")
        .with("resource-group", resourceGroup)
        .with("storage-account", storageAccount)
        .with("container", container);
  }

  /**
   * A REST endpoint, {@code <address>/<stack>}.
   *
   * @param locking whether {@code <address>/<stack>/lock} supports LOCK and UNLOCK
   */
  public static StateSettings http(String address, boolean locking) {
    return of("http").with("address", address).with("locking", locking);
  }

  /** Schemas of the PostgreSQL database in {@code PG_CONN_STR}. */
  public static StateSettings pg() {
    return of("pg");
  }

  /** The prefix of the names of objects, for s3, gcs, and azurerm. */
  public StateSettings prefix(String prefix) {
    return with("prefix", prefix);
  }

  /** The prefix of the names of workspaces, for cloud and remote. */
  public StateSettings workspacePrefix(String prefix) {
    return with("workspace-prefix", prefix);
  }

  /** The prefix of the names of schemas, for pg. */
  public StateSettings schemaPrefix(String prefix) {
    return with("schema-prefix", prefix);
  }

  /** The host of the workspaces, for cloud and remote; by default, app.terraform.io. */
  public StateSettings hostname(String hostname) {
    return with("hostname", hostname);
  }

  /**
   * Another argument of Terraform's s3 backend.
   *
   * @param name Terraform's name, such as {@code kms_key_id}
   */
  public StateSettings option(String name, String value) {
    return new StateSettings(settings, options.with(name, value));
  }

  private StateSettings with(String key, Object value) {
    return new StateSettings(settings.with(key, value), options);
  }

  Mapping mapping() {
    return options.isEmpty() ? settings : settings.with("options", options);
  }
}
