package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.reference;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.autoscaling_group.AutoscalingGroup;
import com.hashicorp.cdktf.providers.aws.eip.Eip;
import com.hashicorp.cdktf.providers.aws.lb.Lb;
import com.hashicorp.cdktf.providers.aws.lb_listener.LbListener;
import com.hashicorp.cdktf.providers.aws.lb_target_group.LbTargetGroup;
import com.hashicorp.cdktf.providers.aws.security_group.SecurityGroup;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.output.PrivateOutput;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.region.InternalBalancer;
import dev.meridian.stacks.region.InternalNetwork;
import dev.meridian.stacks.region.LoadBalancer;
import dev.meridian.stacks.region.Network;
import dev.meridian.stacks.region.SecurityGroups;
import dev.meridian.stacks.region.Servers;
import dev.meridian.stacks.region.SiteListener;
import dev.meridian.stacks.region.StaticAddresses;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * The resources of one region: network, load balancer, servers and static addresses. {@link
 * RegionOutput} lists its outputs.
 *
 * <p>The getters return CDKTF's own constructs and tokens. In a stack of your own their attributes,
 * such as {@code region.loadBalancer().getArn()}, become references to this stack's state.
 */
public final class RegionStack extends TerraformStack {
  private final RegionDeclaration region;
  private final Network network;
  private final SecurityGroup loadBalancerGroup;
  private final LoadBalancer.Built balancer;
  private final LoadBalancer.@Nullable Built internal;
  private final @Nullable SecurityGroup serverGroup;
  private final @Nullable AutoscalingGroup servers;
  private final StaticAddresses.@Nullable Built staticAddresses;

  /**
   * The stack {@code <application>-<environment>-<region>}.
   *
   * @param scope the CDKTF app, such as {@link Stacks#app} makes
   * @param region one of the deployment's
   * @throws IllegalArgumentException if the deployment does not have the region
   * @throws IllegalStateException if the environment does not switch CDKTF to HCL
   */
  public RegionStack(Construct scope, Deployment deployment, RegionDeclaration region) {
    super(scope, HclMode.checked(stack(deployment, region).name()));
    this.region = region;
    DeploymentStack declared = stack(deployment, region);
    SortedMap<String, String> tags = Tags.of(deployment, region.code());
    AwsSettings.add(this, declared.awsRegion(), tags);
    new BackendWriter(this, StateAddress.ofStack(deployment, declared.name())).write();

    String name = AwsResourceNames.prefix(deployment);
    Site site = region.site();
    Optional<PrivateZone> zone =
        deployment.privateZone().filter(one -> one.regions().contains(region.code()));
    this.network = Network.of(this, name, site, zone.isPresent());
    SecurityGroups groups = new SecurityGroups(this, name, network.vpcReference());
    this.loadBalancerGroup = groups.group("alb", "Load balancer: open to everybody");
    String albGroup = SecurityGroups.id("alb");
    groups.openToAll(albGroup, "alb_http", SiteListener.HTTP, site.ipv6());
    groups.openToAll(albGroup, "alb_https", SiteListener.HTTPS, site.ipv6());
    this.balancer =
        new LoadBalancer(this, name, site, network, LoadBalancer.Scheme.INTERNET_FACING)
            .build(albGroup);
    this.internal =
        zone.map(one -> internalBalancer(deployment, one, name).build(groups)).orElse(null);
    if (site.servers().count() == 0) {
      groups.reachAll(albGroup, "alb_to_targets", site.ipv6());
      if (internal != null) {
        groups.reachAll(InternalBalancer.groupId(), "internal_to_targets", false);
      }
      this.serverGroup = null;
      this.servers = null;
    } else {
      int port = site.targetCheck().port();
      this.serverGroup = groups.group("servers", "Servers: open to the load balancer alone");
      String serversId = SecurityGroups.id("servers");
      groups.reachGroup(albGroup, "alb_to_servers", port, serversId);
      groups.openToGroup(serversId, "servers_from_alb", port, albGroup);
      groups.reachAll(serversId, "servers_to_internet", site.ipv6());
      this.servers =
          new Servers(this, name, site, network, tags)
              .build(serversId, targetGroupArns(), allListeners());
      if (internal != null) {
        String internalId = InternalBalancer.groupId();
        groups.reachGroup(internalId, "internal_to_servers", port, serversId);
        groups.openToGroup(serversId, "servers_from_internal", port, internalId);
      }
    }
    this.staticAddresses =
        site.staticAddresses()
            ? new StaticAddresses(this, name, site, network).build(balancer.dependable())
            : null;
    outputs();
  }

  private static DeploymentStack stack(Deployment deployment, RegionDeclaration region) {
    return deployment
        .stacks()
        .region(region.code())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the deployment does not have the region " + region.code()));
  }

  /** The internal load balancer of a region of {@code zone}. */
  private InternalBalancer internalBalancer(Deployment deployment, PrivateZone zone, String name) {
    SortedMap<String, String> peers = new TreeMap<>();
    if (zone.peering()) {
      zone.regions().stream()
          .filter(code -> !code.equals(region.code()))
          .map(code -> deployment.region(code).orElseThrow())
          .forEach(peer -> peers.put(peer.code(), peer.site().network().accept(BLOCK)));
    }
    List<String> alarm =
        zone.health() == PrivateZone.Health.ALARM
            ? List.of(PrivateZone.alarm(deployment, region.code()))
            : List.of();
    return new InternalBalancer(this, name, region.site(), network, alarm, peers);
  }

  /** Only networks that the deployment creates are peered. */
  private static final Site.Network.Cases<String> BLOCK =
      new Site.Network.Cases<>() {
        @Override
        public String created(Site.Network.Created created) {
          return created.cidr();
        }

        @Override
        public String existing(Site.Network.Existing existing) {
          throw new IllegalArgumentException(existing.vpcId() + " cannot be peered");
        }
      };

  private List<String> targetGroupArns() {
    return balancers().map(scheme -> scheme.targetGroup("arn")).toList();
  }

  private Stream<LoadBalancer.Scheme> balancers() {
    return internal == null
        ? Stream.of(LoadBalancer.Scheme.INTERNET_FACING)
        : Stream.of(LoadBalancer.Scheme.INTERNET_FACING, LoadBalancer.Scheme.INTERNAL);
  }

  private List<ITerraformDependable> allListeners() {
    return Stream.concat(Stream.of(balancer), Stream.ofNullable(internal))
        .flatMap(one -> one.dependable().stream())
        .toList();
  }

  private void outputs() {
    Outputs outputs = new Outputs(this);
    network.forVpcs().ifPresent(vpcs -> privateOutputs(outputs, vpcs));
    for (RegionOutput output : RegionOutput.values()) {
      outputs.add(output.id(), output.description(), value(output));
    }
  }

  private Object value(RegionOutput output) {
    return switch (output) {
      case ALB_DNS_NAME -> reference("aws_lb.alb.dns_name");
      case ALB_ZONE_ID -> reference("aws_lb.alb.zone_id");
      case ALB_ARN -> LoadBalancer.Scheme.INTERNET_FACING.balancer("arn");
      case TARGET_GROUP_ARN -> LoadBalancer.Scheme.INTERNET_FACING.targetGroup("arn");
      case VPC_ID -> network.vpcReference();
      case SUBNET_IDS -> network.subnetReferences();
      case STATIC_ADDRESSES ->
          staticAddresses == null ? List.of() : staticAddresses.addressReferences();
    };
  }

  private void privateOutputs(Outputs outputs, InternalNetwork vpcs) {
    LoadBalancer.Scheme scheme = LoadBalancer.Scheme.INTERNAL;
    for (PrivateOutput output : PrivateOutput.values()) {
      Object value =
          switch (output) {
            case DNS_NAME -> scheme.balancer("dns_name");
            case ZONE_ID -> scheme.balancer("zone_id");
            case ARN -> scheme.balancer("arn");
            case TARGET_GROUP_ARN -> scheme.targetGroup("arn");
            case VPC_CIDR_BLOCK -> vpcs.cidrReference();
            case SUBNET_IDS -> vpcs.subnetReferences();
            case ROUTE_TABLE_IDS -> vpcs.routeTableReferences();
          };
      outputs.add(output.id(), output.description(), value);
    }
  }

  /** The region as it is declared. */
  public RegionDeclaration region() {
    return region;
  }

  /** The id of the VPC, created or existing. */
  public String vpcId() {
    return network.vpcId();
  }

  /** The ids of the load balancer's subnets, one per availability zone. */
  public List<String> subnetIds() {
    return network.subnetIds();
  }

  /** The Application Load Balancer. */
  public Lb loadBalancer() {
    return balancer.balancer();
  }

  /** The security group of the Application Load Balancer. */
  public SecurityGroup loadBalancerSecurityGroup() {
    return loadBalancerGroup;
  }

  /** The listeners of the Application Load Balancer by port: 80, and 443 with a certificate. */
  public SortedMap<Integer, LbListener> listeners() {
    return balancer.listeners();
  }

  /** The internal Application Load Balancer; empty if no private zone uses the region. */
  public Optional<Lb> internalLoadBalancer() {
    return Optional.ofNullable(internal).map(LoadBalancer.Built::balancer);
  }

  /** The target group of the servers, and of targets that you register yourself. */
  public LbTargetGroup targetGroup() {
    return balancer.targetGroup();
  }

  /** The Auto Scaling group; empty with {@code servers: none}. */
  public Optional<AutoscalingGroup> servers() {
    return Optional.ofNullable(servers);
  }

  /** The security group of the servers; empty with {@code servers: none}. */
  public Optional<SecurityGroup> serverSecurityGroup() {
    return Optional.ofNullable(serverGroup);
  }

  /** The Network Load Balancer with the static addresses; empty without them. */
  public Optional<Lb> staticLoadBalancer() {
    return Optional.ofNullable(staticAddresses).map(StaticAddresses.Built::balancer);
  }

  /** The Elastic IPs, one per availability zone; empty without static addresses. */
  public List<Eip> staticAddresses() {
    return staticAddresses == null ? List.of() : staticAddresses.addresses();
  }
}
