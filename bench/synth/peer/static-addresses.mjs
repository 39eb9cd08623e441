// A Network Load Balancer with Elastic IPs in front of the Application Load Balancer.
import { aws } from "./packages.mjs";

const { Eip } = aws("eip");
const { Lb } = aws("lb");
const { LbListener } = aws("lb-listener");
const { LbTargetGroup } = aws("lb-target-group");
const { LbTargetGroupAttachment } = aws("lb-target-group-attachment");

/** Returns the addresses. */
export function addStaticAddresses(stack, name) {
  const eips = stack.subnetIds.map(
    (_, index) =>
      new Eip(stack, `static-${index + 1}`, {
        domain: "vpc",
        tags: { Name: `${name}-static-${index + 1}` },
        dependsOn: [stack.internet],
      }),
  );
  const balancer = new Lb(stack, "static", {
    name: `${name}-nlb`,
    loadBalancerType: "network",
    internal: false,
    ipAddressType: "ipv4",
    subnetMapping: eips.map((eip, index) => ({ subnetId: stack.subnetIds[index], allocationId: eip.allocationId })),
    dependsOn: [stack.internet],
  });
  const group = new LbTargetGroup(stack, "static-http", {
    name: `${name}-nlb-80`,
    protocol: "TCP",
    port: 80,
    vpcId: stack.vpc.id,
    targetType: "alb",
    healthCheck: { protocol: "HTTP", path: "/health", matcher: "200-399" },
    lifecycle: { createBeforeDestroy: true },
  });
  new LbTargetGroupAttachment(stack, "static-http-alb", {
    targetGroupArn: group.arn,
    targetId: stack.alb.arn,
    port: 80,
    dependsOn: [stack.listener],
  });
  new LbListener(stack, "static-listener", {
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: "TCP",
    defaultAction: [{ type: "forward", targetGroupArn: group.arn }],
  });
  return eips.map((eip) => eip.publicIp);
}
