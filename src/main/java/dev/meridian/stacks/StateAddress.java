package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.StateBackend;
import dev.meridian.stacks.hcl.HclFormatter;
import dev.meridian.stacks.hcl.HclText;

/**
 * The address of one state, for the stack that writes it and the stacks that read it.
 *
 * @param name the file, object, workspace, schema or URL without the backend's prefix
 */
public record StateAddress(StateBackend backend, String name)
    implements StateBackend.Cases<String> {

  /**
   * CDKTF requires a connection string, but Terraform reads it from {@code PG_CONN_STR}. {@link
   * HclFormatter} removes arguments that are {@code null}.
   */
  static final String FROM_ENVIRONMENT = HclText.reference("null");

  /** From {@code cdktf.out/stacks/<stack>}, where Terraform runs, to the folder of cdktf.out. */
  private static final String PROJECT = "../../../";

  /** The state of one of Meridian's own stacks. */
  public static StateAddress ofStack(Deployment deployment, String stack) {
    StateBackend backend = deployment.state();
    if (backend instanceof StateBackend.Local) {
      return new StateAddress(backend, "terraform." + stack + ".tfstate");
    }
    boolean object = backend instanceof StateBackend.S3 || backend instanceof StateBackend.Azurerm;
    return new StateAddress(backend, object ? stack + ".tfstate" : stack);
  }

  /** A state that another team manages. */
  static StateAddress of(Location.State location) {
    return new StateAddress(location.backend(), location.stateName());
  }

  /** The full address in the bucket, organization or database. */
  public String text() {
    return backend.accept(this);
  }

  /** The same, escaped for CDKTF. */
  String path() {
    return literal(text());
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

  /** A state that another team manages has a full URL. */
  @Override
  public String http(StateBackend.Http http) {
    return name.contains("://") ? name : http.address() + "/" + name;
  }

  @Override
  public String pg(StateBackend.Pg pg) {
    return pg.schemaPrefix() + name;
  }
}
