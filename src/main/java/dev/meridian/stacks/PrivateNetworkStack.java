package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.key;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.TerraformStack;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.VpcResolver;
import dev.meridian.declaration.output.NetworkOutput;
import dev.meridian.declaration.output.PrivateOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.model.Value;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.network.DnsFirewall;
import dev.meridian.stacks.network.Peering;
import dev.meridian.stacks.network.QueryLog;
import dev.meridian.stacks.network.RegionNetwork;
import dev.meridian.stacks.network.ResolverEndpoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * Peering connections between the regions of a private zone, and the parts of VPC Resolver around
 * it. It reads the states of the regions, so it must depend on them: {@link MeridianStacks#add}
 * sees to that.
 */
public final class PrivateNetworkStack extends TerraformStack {
  private static final int ROUTE_TABLES = 2;

  private final Deployment deployment;
  private final PrivateZone zone;
  private final Map<String, RegionNetwork> networks = new LinkedHashMap<>();

  /**
   * The stack {@code <application>-<environment>-private-network}.
   *
   * @param scope the CDKTF app, such as {@link Stacks#app} makes
   * @param declared one of the deployment's
   * @throws IllegalStateException if the environment does not switch CDKTF to HCL
   */
  public PrivateNetworkStack(
      Construct scope, Deployment deployment, DeploymentStack.PrivateNetworks declared) {
    super(scope, HclMode.checked(declared.name()));
    this.deployment = deployment;
    this.zone = declared.zone();
    SortedMap<String, String> tags = Tags.of(deployment, Tags.PRIVATE);
    AwsSettings.add(this, declared.awsRegion(), tags);
    new BackendWriter(this, StateAddress.ofStack(deployment, declared.name())).write();
    ValueReferences references = ValueReferences.of(deployment, values());
    references.readStates(this);
    for (String code : zone.regions()) {
      TerraformProvider provider =
          code.equals(declared.awsRegion())
              ? null
              : AwsSettings.addAlias(this, code, code, tags, null);
      networks.put(
          code,
          new RegionNetwork(
              code,
              provider,
              AwsResourceNames.prefix(deployment),
              references.text(RegionOutput.VPC_ID.of(code)),
              references.text(PrivateOutput.VPC_CIDR_BLOCK.of(code)),
              subnets(code).map(references::text).toList(),
              routeTables(code).map(references::text).toList()));
    }
    build();
    outputs();
  }

  private boolean isPeered() {
    return zone.peering() && zone.regions().size() > 1;
  }

  private List<Value> values() {
    List<Value> values = new ArrayList<>();
    for (String code : zone.regions()) {
      values.add(RegionOutput.VPC_ID.of(code));
      values.add(PrivateOutput.VPC_CIDR_BLOCK.of(code));
      subnets(code).forEach(values::add);
      routeTables(code).forEach(values::add);
    }
    return values;
  }

  private Stream<Value> subnets(String code) {
    int zones = deployment.region(code).orElseThrow().site().network().availabilityZones();
    return IntStream.range(0, zones).mapToObj(i -> PrivateOutput.SUBNET_IDS.element(code, i));
  }

  /** Those of a network that the deployment created: only such networks are peered. */
  private Stream<Value> routeTables(String code) {
    return IntStream.range(0, isPeered() ? ROUTE_TABLES : 0)
        .mapToObj(i -> PrivateOutput.ROUTE_TABLE_IDS.element(code, i));
  }

  private void build() {
    VpcResolver resolver = zone.resolver();
    if (isPeered()) {
      new Peering(this, List.copyOf(networks.values())).add();
    }
    for (RegionNetwork network : networks.values()) {
      ResolverEndpoints endpoints = new ResolverEndpoints(this, network);
      if (resolver.inbound().contains(network.code())) {
        endpoints.addInbound();
      }
      if (resolver.outbound().contains(network.code())) {
        endpoints.addOutbound(resolver.forward());
      }
      resolver.queryLog().ifPresent(days -> new QueryLog(this, network, days).add());
      resolver.dnsFirewall().ifPresent(firewall -> new DnsFirewall(this, network, firewall).add());
    }
  }

  private void outputs() {
    SortedMap<String, Object> inbound = new TreeMap<>();
    zone.resolver()
        .inbound()
        .forEach(code -> inbound.put(key(code), ResolverEndpoints.inboundAddresses(code)));
    NetworkOutput output = NetworkOutput.INBOUND_ADDRESSES;
    new Outputs(this).add(output.id(), output.description(), inbound);
  }
}
