package dev.meridian.stacks;

import static dev.meridian.stacks.HclText.reference;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformStack;
import dev.meridian.config.Deployment;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.config.Site;
import java.util.List;
import java.util.SortedMap;
import software.constructs.Construct;

/**
 * What stands in one region: network, load balancer, servers and static addresses. Its outputs are
 * a contract, see docs/outputs.md.
 */
public final class RegionStack extends TerraformStack {

  /**
   * The stack {@code <application>-<environment>-<region>}.
   *
   * @param scope the CDKTF app, which must synthesize HCL
   */
  public RegionStack(Construct scope, Deployment deployment, RegionDeclaration region) {
    super(scope, deployment.regionStackName(region.code()));
    SortedMap<String, String> tags = Tags.of(deployment, region.code());
    AwsSettings.add(this, region.code(), tags);
    StateAddress state =
        StateAddress.ofStack(deployment, deployment.regionStackName(region.code()));
    new BackendWriter(this, state).write();
    String name = SiteNames.prefix(deployment);
    Network network = Network.of(this, name, region.site());
    List<String> addresses = build(name, region.site(), network, tags);
    outputs(network, addresses);
  }

  private List<String> build(
      String name, Site site, Network network, SortedMap<String, String> tags) {
    SecurityGroups groups = new SecurityGroups(this, name, network.vpcId());
    String albGroup = groups.group("alb", "Load balancer: open to everybody");
    groups.openToAll(albGroup, "alb_http", SiteListener.HTTP, site.ipv6());
    groups.openToAll(albGroup, "alb_https", SiteListener.HTTPS, site.ipv6());
    List<ITerraformDependable> listeners =
        new LoadBalancer(this, name, site, network).build(albGroup);
    if (site.servers().count() == 0) {
      groups.reachAll(albGroup, "alb_to_targets", site.ipv6());
    } else {
      int port = site.targetCheck().port();
      String serverGroup = groups.group("servers", "Servers: open to the load balancer alone");
      groups.reachGroup(albGroup, "alb_to_servers", port, serverGroup);
      groups.openToGroup(serverGroup, "servers_from_alb", port, albGroup);
      groups.reachAll(serverGroup, "servers_to_internet", site.ipv6());
      new Servers(this, name, site, network, tags).build(serverGroup, listeners);
    }
    return site.staticAddresses()
        ? new StaticAddresses(this, name, site, network).build(listeners)
        : List.of();
  }

  private void outputs(Network network, List<String> addresses) {
    Outputs outputs = new Outputs(this);
    outputs.add("alb_dns_name", "The load balancer's DNS name", reference("aws_lb.alb.dns_name"));
    outputs.add(
        "alb_zone_id",
        "The hosted zone id that aliases to the load balancer need",
        reference("aws_lb.alb.zone_id"));
    outputs.add("alb_arn", "The load balancer", LoadBalancer.ARN);
    outputs.add("target_group_arn", "Where targets are registered", LoadBalancer.TARGET_GROUP_ARN);
    outputs.add("vpc_id", "The network", network.vpcId());
    outputs.add("subnet_ids", "The load balancer's subnets, one a zone", network.subnetIds());
    outputs.add("static_addresses", "Elastic IPs before the load balancer, one a zone", addresses);
  }
}
