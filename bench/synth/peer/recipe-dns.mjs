// The DNS stack of the recipe: zone, health checks, five names, alarms.
import { aws, cdktf } from "./packages.mjs";
import { stateFile, SystemStack } from "./stack.mjs";

const { CloudwatchMetricAlarm } = aws("cloudwatch-metric-alarm");
const { Route53HealthCheck } = aws("route53-health-check");
const { Route53Record } = aws("route53-record");
const { Route53Zone } = aws("route53-zone");
const { SnsTopic } = aws("sns-topic");
const { SnsTopicSubscription } = aws("sns-topic-subscription");

const NAME = "storefront-production";
const ZONE = "example.com";

export class RecipeDnsStack extends SystemStack {
  constructor(scope, regions) {
    super(scope, {
      application: "storefront",
      environment: "production",
      part: "dns",
      region: "us-east-1",
      tag: "global",
    });
    this.zone = new Route53Zone(this, "zone", { name: ZONE });
    this.regions = Object.fromEntries(regions.map((region) => [region, this.region(region)]));
    this.names = {};
    this.addNames(...regions);
    this.addAlarms();
    this.output("name_servers", "The name servers to set at the domain's registrar", this.zone.nameServers);
    this.output("zone_id", "The hosted zone", this.zone.zoneId);
    const ids = Object.entries(this.regions).map(([region, { check }]) => [region, check.id]);
    this.output("health_check_ids", "Health check to its id in Route 53", Object.fromEntries(ids));
    this.output("names", "Label to fully qualified name", this.names);
  }

  /** What the records need from a region: the outputs in its state, and its health check. */
  region(region) {
    const state = new cdktf.DataTerraformRemoteStateLocal(this, `state-${region}`, {
      path: stateFile(`${NAME}-${region}`),
    });
    const check = new Route53HealthCheck(this, `check-${region}`, {
      type: "HTTP",
      fqdn: state.getString("alb_dns_name"),
      port: 80,
      resourcePath: "/health",
      requestInterval: 30,
      failureThreshold: 3,
      tags: { Name: region, Region: region },
    });
    return { state, check };
  }

  addNames(first, second, third) {
    const weights = { [first]: 50, [second]: 30, [third]: 20 };
    for (const [region, weight] of Object.entries(weights)) {
      this.alias("api", region, region, { weightedRoutingPolicy: { weight } });
    }
    for (const region of [first, second, third]) {
      this.alias("latency.api", region, region, { latencyRoutingPolicy: { region } });
    }
    for (const [continent, region] of Object.entries({ NA: first, EU: second, AS: third })) {
      this.alias("geo.api", continent, region, { geolocationRoutingPolicy: { continent } });
    }
    this.alias("geo.api", "default", first, { geolocationRoutingPolicy: { country: "*" } });
    this.alias("failover.api", "primary", first, { failoverRoutingPolicy: { type: "PRIMARY" } });
    this.alias("failover.api", "secondary", second, { failoverRoutingPolicy: { type: "SECONDARY" } });
    for (const region of [first, second, third]) {
      for (const index of [0, 1]) {
        this.address("multivalue.api", region, index);
      }
    }
  }

  alias(label, setIdentifier, region, policy) {
    const { state } = this.regions[region];
    this.record(label, setIdentifier, region, {
      alias: {
        name: state.getString("alb_dns_name"),
        zoneId: state.getString("alb_zone_id"),
        evaluateTargetHealth: true,
      },
      ...policy,
    });
  }

  address(label, region, index) {
    const addresses = this.regions[region].state.getList("static_addresses");
    this.record(label, `${region}-${index + 1}`, region, {
      ttl: 60,
      records: [cdktf.Fn.element(addresses, index)],
      multivalueAnswerRoutingPolicy: true,
    });
  }

  record(label, setIdentifier, region, rest) {
    this.names[label] = `${label}.${ZONE}`;
    new Route53Record(this, `${label}-${setIdentifier}`, {
      zoneId: this.zone.zoneId,
      name: this.names[label],
      type: "A",
      setIdentifier,
      healthCheckId: this.regions[region].check.id,
      ...rest,
    });
  }

  addAlarms() {
    const topic = new SnsTopic(this, "topic", { name: `${NAME}-health` });
    new SnsTopicSubscription(this, "mail", {
      topicArn: topic.arn,
      protocol: "email",
      endpoint: "ops@example.com",
    });
    for (const [region, { check }] of Object.entries(this.regions)) {
      new CloudwatchMetricAlarm(this, `alarm-${region}`, {
        alarmName: `${NAME}-health-${region}`,
        alarmDescription: `Route 53 health check ${region} is unhealthy`,
        namespace: "AWS/Route53",
        metricName: "HealthCheckStatus",
        dimensions: { HealthCheckId: check.id },
        statistic: "Minimum",
        comparisonOperator: "LessThanThreshold",
        threshold: 1,
        period: 60,
        evaluationPeriods: 1,
        treatMissingData: "breaching",
        alarmActions: [topic.arn],
        okActions: [topic.arn],
      });
    }
  }
}
