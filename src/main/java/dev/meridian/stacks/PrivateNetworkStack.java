package dev.meridian.stacks;

import com.hashicorp.cdktf.TerraformStack;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import software.constructs.Construct;

/** Peering connections and the parts of VPC Resolver around a private zone. */
final class PrivateNetworkStack extends TerraformStack {
  PrivateNetworkStack(
      Construct scope, Deployment deployment, DeploymentStack.PrivateNetworks declared) {
    super(scope, HclMode.checked(declared.name()));
    AwsSettings.add(this, declared.awsRegion(), Tags.of(deployment, DnsStack.GLOBAL));
    new BackendWriter(this, StateAddress.ofStack(deployment, declared.name())).write();
  }
}
