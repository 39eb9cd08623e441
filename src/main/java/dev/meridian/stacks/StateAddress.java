package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.StateBackend;
import dev.meridian.stacks.hcl.HclFormatter;
import dev.meridian.stacks.hcl.HclText;

/**
 * Where one state is: the same for the stack that writes it and the stack that reads it.
 *
 * @param name the file, object, workspace, schema or URL without the backend's prefix
 */
record StateAddress(StateBackend backend, String name) implements StateBackend.Cases<String> {

  /**
   * CDKTF wants a connection string, Terraform takes it from {@code PG_CONN_STR}; {@link
   * HclFormatter} leaves arguments that are {@code null} away.
   */
  static final String FROM_ENVIRONMENT = HclText.reference("null");

  /** From {@code cdktf.out/stacks/<stack>}, where Terraform runs, to the folder of cdktf.out. */
  private static final String PROJECT = "../../../";

  /** The state of one of Meridian's own stacks. */
  static StateAddress ofStack(Deployment deployment, String stack) {
    StateBackend backend = deployment.state();
    if (backend instanceof StateBackend.Local) {
      return new StateAddress(backend, "terraform." + stack + ".tfstate");
    }
    boolean object = backend instanceof StateBackend.S3 || backend instanceof StateBackend.Azurerm;
    return new StateAddress(backend, object ? stack + ".tfstate" : stack);
  }

  /** The state of somebody else. */
  static StateAddress of(Location.State location) {
    return new StateAddress(location.backend(), location.stateName());
  }

  /** The whole address within the bucket, organization or database, as CDKTF takes it. */
  String path() {
    return literal(backend.accept(this));
  }

  @Override
  public String local(StateBackend.Local local) {
    return PROJECT + (local.directory().equals(".") ? "" : local.directory() + "/") + name;
  }

  @Override
  public String s3(StateBackend.S3 s3) {
    return s3.prefix() + name;
  }

  @Override
  public String cloud(StateBackend.Cloud cloud) {
    return cloud.workspacePrefix() + name;
  }

  @Override
  public String remote(StateBackend.Remote remote) {
    return remote.workspacePrefix() + name;
  }

  @Override
  public String gcs(StateBackend.Gcs gcs) {
    return gcs.prefix() + name;
  }

  @Override
  public String azurerm(StateBackend.Azurerm azurerm) {
    return azurerm.prefix() + name;
  }

  /** Somebody else's state has an address of its own. */
  @Override
  public String http(StateBackend.Http http) {
    return name.contains("://") ? name : http.address() + "/" + name;
  }

  @Override
  public String pg(StateBackend.Pg pg) {
    return pg.schemaPrefix() + name;
  }
}
