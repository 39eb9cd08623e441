package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;

import com.hashicorp.cdktf.AzurermBackend;
import com.hashicorp.cdktf.CloudBackend;
import com.hashicorp.cdktf.GcsBackend;
import com.hashicorp.cdktf.HttpBackend;
import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.NamedCloudWorkspace;
import com.hashicorp.cdktf.NamedRemoteWorkspace;
import com.hashicorp.cdktf.PgBackend;
import com.hashicorp.cdktf.RemoteBackend;
import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.TerraformBackend;
import dev.meridian.declaration.StateBackend;
import java.util.Map;
import software.constructs.Construct;

/**
 * Writes the backend, or cloud block, in which a stack keeps its state. Overrides of single
 * elements reach CDKTF's HCL, those of a whole stack do not (docs/adr/0002).
 *
 * @param state the state's address in its backend
 */
record BackendWriter(Construct stack, StateAddress state)
    implements StateBackend.Cases<TerraformBackend> {

  void write() {
    state.backend().accept(this);
  }

  @Override
  public TerraformBackend local(StateBackend.Local backend) {
    return LocalBackend.Builder.create(stack).path(state.path()).build();
  }

  @Override
  public TerraformBackend s3(StateBackend.S3 backend) {
    S3Backend s3 =
        S3Backend.Builder.create(stack)
            .bucket(literal(backend.bucket()))
            .key(state.path())
            .region(literal(backend.region()))
            .encrypt(true)
            .build();
    s3.addOverride("use_lockfile", true);
    backend.options().forEach((name, value) -> s3.addOverride(name, literal(value)));
    return s3;
  }

  @Override
  public TerraformBackend cloud(StateBackend.Cloud backend) {
    return CloudBackend.Builder.create(stack)
        .hostname(literal(backend.hostname()))
        .organization(literal(backend.organization()))
        .workspaces(new NamedCloudWorkspace(state.path()))
        .build();
  }

  @Override
  public TerraformBackend remote(StateBackend.Remote backend) {
    RemoteBackend remote =
        RemoteBackend.Builder.create(stack)
            .hostname(literal(backend.hostname()))
            .organization(literal(backend.organization()))
            .workspaces(new NamedRemoteWorkspace(state.path()))
            .build();
    // By default, CDKTF writes this block as an argument, which Terraform rejects.
    remote.addOverride(
        "workspaces",
        Map.of("is_block", true, "type", "map", "value", Map.of("name", state.path())));
    return remote;
  }

  @Override
  public TerraformBackend gcs(StateBackend.Gcs backend) {
    return GcsBackend.Builder.create(stack)
        .bucket(literal(backend.bucket()))
        .prefix(state.path())
        .build();
  }

  @Override
  public TerraformBackend azurerm(StateBackend.Azurerm backend) {
    return AzurermBackend.Builder.create(stack)
        .resourceGroupName(literal(backend.resourceGroup()))
        .storageAccountName(literal(backend.storageAccount()))
        .containerName(literal(backend.container()))
        .key(state.path())
        .build();
  }

  @Override
  public TerraformBackend http(StateBackend.Http backend) {
    HttpBackend.Builder http = HttpBackend.Builder.create(stack).address(state.path());
    if (backend.locking()) {
      String lock = state.path() + "/lock";
      http.lockAddress(lock).lockMethod("LOCK").unlockAddress(lock).unlockMethod("UNLOCK");
    }
    return http.build();
  }

  @Override
  public TerraformBackend pg(StateBackend.Pg backend) {
    return PgBackend.Builder.create(stack)
        .connStr(StateAddress.FROM_ENVIRONMENT)
        .schemaName(state.path())
        .build();
  }
}
