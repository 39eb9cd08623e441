package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;

import com.hashicorp.cdktf.DataTerraformRemoteState;
import com.hashicorp.cdktf.DataTerraformRemoteStateAzurerm;
import com.hashicorp.cdktf.DataTerraformRemoteStateGcs;
import com.hashicorp.cdktf.DataTerraformRemoteStateHttp;
import com.hashicorp.cdktf.DataTerraformRemoteStateLocal;
import com.hashicorp.cdktf.DataTerraformRemoteStatePg;
import com.hashicorp.cdktf.DataTerraformRemoteStateS3;
import com.hashicorp.cdktf.NamedRemoteWorkspace;
import com.hashicorp.cdktf.TerraformRemoteState;
import dev.meridian.declaration.StateBackend;
import dev.meridian.stacks.name.LogicalIds;
import software.constructs.Construct;

/**
 * Reads a state by {@code data.terraform_remote_state}.
 *
 * @param id the id of the construct
 */
record RemoteStateSource(Construct stack, String id, StateAddress state)
    implements StateBackend.Cases<TerraformRemoteState> {

  /** The data source is called {@code resource} in Terraform. */
  void read(String resource) {
    LogicalIds.named(resource, state.backend().accept(this));
  }

  @Override
  public TerraformRemoteState local(StateBackend.Local backend) {
    return DataTerraformRemoteStateLocal.Builder.create(stack, id).path(state.path()).build();
  }

  @Override
  public TerraformRemoteState s3(StateBackend.S3 backend) {
    TerraformRemoteState s3 =
        DataTerraformRemoteStateS3.Builder.create(stack, id)
            .bucket(literal(backend.bucket()))
            .key(state.path())
            .region(literal(backend.region()))
            .build();
    backend.options().forEach((name, value) -> s3.addOverride("config." + name, literal(value)));
    return s3;
  }

  /**
   * There is no data source for the cloud block. The data source for the remote backend reads its
   * workspaces.
   */
  @Override
  public TerraformRemoteState cloud(StateBackend.Cloud backend) {
    return workspace(backend.hostname(), backend.organization());
  }

  @Override
  public TerraformRemoteState remote(StateBackend.Remote backend) {
    return workspace(backend.hostname(), backend.organization());
  }

  private TerraformRemoteState workspace(String hostname, String organization) {
    return DataTerraformRemoteState.Builder.create(stack, id)
        .hostname(literal(hostname))
        .organization(literal(organization))
        .workspaces(new NamedRemoteWorkspace(state.path()))
        .build();
  }

  @Override
  public TerraformRemoteState gcs(StateBackend.Gcs backend) {
    return DataTerraformRemoteStateGcs.Builder.create(stack, id)
        .bucket(literal(backend.bucket()))
        .prefix(state.path())
        .build();
  }

  @Override
  public TerraformRemoteState azurerm(StateBackend.Azurerm backend) {
    return DataTerraformRemoteStateAzurerm.Builder.create(stack, id)
        .resourceGroupName(literal(backend.resourceGroup()))
        .storageAccountName(literal(backend.storageAccount()))
        .containerName(literal(backend.container()))
        .key(state.path())
        .build();
  }

  @Override
  public TerraformRemoteState http(StateBackend.Http backend) {
    return DataTerraformRemoteStateHttp.Builder.create(stack, id).address(state.path()).build();
  }

  @Override
  public TerraformRemoteState pg(StateBackend.Pg backend) {
    return DataTerraformRemoteStatePg.Builder.create(stack, id)
        .connStr(StateAddress.FROM_ENVIRONMENT)
        .schemaName(state.path())
        .build();
  }
}
