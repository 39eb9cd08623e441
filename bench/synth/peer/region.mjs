// A region of the recipe: network, load balancer, servers, static addresses.
import { aws } from "./packages.mjs";
import { addServers } from "./servers.mjs";
import { SystemStack } from "./stack.mjs";
import { addStaticAddresses } from "./static-addresses.mjs";

const { DataAwsAvailabilityZones } = aws("data-aws-availability-zones");
const { InternetGateway } = aws("internet-gateway");
const { Lb } = aws("lb");
const { LbListener } = aws("lb-listener");
const { LbTargetGroup } = aws("lb-target-group");
const { Route } = aws("route");
const { RouteTable } = aws("route-table");
const { RouteTableAssociation } = aws("route-table-association");
const { SecurityGroup } = aws("security-group");
const { Subnet } = aws("subnet");
const { Vpc } = aws("vpc");
const { VpcSecurityGroupIngressRule } = aws("vpc-security-group-ingress-rule");

const NAME = "storefront-production";

export class RegionStack extends SystemStack {
  constructor(scope, region) {
    super(scope, { application: "storefront", environment: "production", part: region, region });
    this.addNetwork();
    this.addLoadBalancer();
    addServers(this, NAME);
    const addresses = addStaticAddresses(this, NAME);
    this.output("alb_dns_name", "The load balancer's DNS name", this.alb.dnsName);
    this.output("alb_zone_id", "The load balancer's hosted zone ID, for aliases", this.alb.zoneId);
    this.output("alb_arn", "The load balancer", this.alb.arn);
    this.output("target_group_arn", "Where targets are registered", this.targetGroup.arn);
    this.output("vpc_id", "The network", this.vpc.id);
    this.output("subnet_ids", "The load balancer's subnets, one per zone", this.subnetIds);
    this.output("static_addresses", "Elastic IPs in front of the load balancer, one per zone", addresses);
  }

  addNetwork() {
    this.vpc = new Vpc(this, "vpc", {
      cidrBlock: "10.0.0.0/16",
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: NAME },
    });
    const gateway = new InternetGateway(this, "gateway", { vpcId: this.vpc.id, tags: { Name: NAME } });
    const zones = new DataAwsAvailabilityZones(this, "zones", {
      state: "available",
      filter: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
    });
    const table = new RouteTable(this, "routes", { vpcId: this.vpc.id, tags: { Name: `${NAME}-public` } });
    this.internet = new Route(this, "internet", {
      routeTableId: table.id,
      gatewayId: gateway.id,
      destinationCidrBlock: "0.0.0.0/0",
    });
    this.subnetIds = [1, 2].map((number) => {
      const subnet = new Subnet(this, `public-${number}`, {
        vpcId: this.vpc.id,
        cidrBlock: `10.0.${number}.0/24`,
        availabilityZone: `\${${zones.fqn}.names[${number - 1}]}`,
        mapPublicIpOnLaunch: true,
        tags: { Name: `${NAME}-public-${number}` },
      });
      new RouteTableAssociation(this, `routes-${number}`, { subnetId: subnet.id, routeTableId: table.id });
      return subnet.id;
    });
  }

  addLoadBalancer() {
    this.albGroup = new SecurityGroup(this, "alb-group", {
      namePrefix: `${NAME}-alb-`,
      description: "Load balancer: open to everybody",
      vpcId: this.vpc.id,
      tags: { Name: `${NAME}-alb` },
      lifecycle: { createBeforeDestroy: true },
    });
    for (const port of [80, 443]) {
      new VpcSecurityGroupIngressRule(this, `alb-${port}`, {
        securityGroupId: this.albGroup.id,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        cidrIpv4: "0.0.0.0/0",
      });
    }
    this.alb = new Lb(this, "alb", {
      name: `${NAME}-alb`,
      loadBalancerType: "application",
      internal: false,
      ipAddressType: "ipv4",
      securityGroups: [this.albGroup.id],
      subnets: this.subnetIds,
      dropInvalidHeaderFields: true,
      dependsOn: [this.internet],
    });
    this.targetGroup = new LbTargetGroup(this, "web", {
      name: `${NAME}-web-80`,
      protocol: "HTTP",
      port: 80,
      vpcId: this.vpc.id,
      targetType: "instance",
      healthCheck: {
        protocol: "HTTP",
        path: "/health",
        interval: 30,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
      lifecycle: { createBeforeDestroy: true },
    });
    this.listener = new LbListener(this, "http", {
      loadBalancerArn: this.alb.arn,
      port: 80,
      protocol: "HTTP",
      defaultAction: [{ type: "forward", targetGroupArn: this.targetGroup.arn }],
    });
  }
}
