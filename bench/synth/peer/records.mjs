// A hosted zone with weighted records, a hundred per name.
import { aws } from "./packages.mjs";
import { SystemStack } from "./stack.mjs";

const { Route53Record } = aws("route53-record");
const { Route53Zone } = aws("route53-zone");

const PER_NAME = 100;

export class RecordsStack extends SystemStack {
  constructor(scope, count) {
    super(scope, {
      application: "bench",
      environment: "synth",
      part: "dns",
      region: "us-east-1",
      tag: "global",
    });
    const zone = new Route53Zone(this, "zone", { name: "example.com" });
    const names = {};
    for (let name = 0; name * PER_NAME < count; name++) {
      const label = `service-${name}`;
      names[label] = `${label}.example.com`;
      for (let branch = 0; branch < Math.min(PER_NAME, count - name * PER_NAME); branch++) {
        new Route53Record(this, `${label}-server-${branch}`, {
          zoneId: zone.zoneId,
          name: names[label],
          type: "A",
          ttl: 60,
          records: [`192.0.2.${branch + 1}`],
          setIdentifier: `server-${branch}`,
          weightedRoutingPolicy: { weight: branch + 1 },
        });
      }
    }
    this.output("name_servers", "The name servers to set at the domain's registrar", zone.nameServers);
    this.output("zone_id", "The hosted zone", zone.zoneId);
    this.output("health_check_ids", "Health check to its id in Route 53", {});
    this.output("names", "Label to fully qualified name", names);
  }
}
