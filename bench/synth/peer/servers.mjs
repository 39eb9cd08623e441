// The servers of a region: an Auto Scaling group with a launch template.
import { readFileSync } from "node:fs";
import { aws } from "./packages.mjs";

const { AutoscalingGroup } = aws("autoscaling-group");
const { DataAwsSsmParameter } = aws("data-aws-ssm-parameter");
const { LaunchTemplate } = aws("launch-template");
const { SecurityGroup } = aws("security-group");
const { VpcSecurityGroupEgressRule } = aws("vpc-security-group-egress-rule");
const { VpcSecurityGroupIngressRule } = aws("vpc-security-group-ingress-rule");

const USER_DATA = readFileSync(new URL("user-data.sh", import.meta.url)).toString("base64");

export function addServers(stack, name) {
  const group = serverGroup(stack, name);
  const image = new DataAwsSsmParameter(stack, "image", {
    name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
  });
  const template = new LaunchTemplate(stack, "servers-template", {
    namePrefix: `${name}-`,
    imageId: image.insecureValue,
    instanceType: "t3.micro",
    vpcSecurityGroupIds: [group.id],
    updateDefaultVersion: true,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    userData: USER_DATA,
  });
  const tags = Object.entries({ ...stack.tags, Name: name });
  new AutoscalingGroup(stack, "servers", {
    name,
    minSize: 2,
    maxSize: 2,
    desiredCapacity: 2,
    vpcZoneIdentifier: stack.subnetIds,
    targetGroupArns: [stack.targetGroup.arn],
    healthCheckType: "ELB",
    healthCheckGracePeriod: 120,
    launchTemplate: { id: template.id, version: `\${${template.fqn}.latest_version}` },
    instanceRefresh: { strategy: "Rolling", preferences: { minHealthyPercentage: 50 } },
    tag: tags.map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    dependsOn: [stack.listener],
  });
}

/** Open only to the load balancer. */
function serverGroup(stack, name) {
  const group = new SecurityGroup(stack, "servers-group", {
    namePrefix: `${name}-servers-`,
    description: "Servers: open to the load balancer alone",
    vpcId: stack.vpc.id,
    tags: { Name: `${name}-servers` },
    lifecycle: { createBeforeDestroy: true },
  });
  const http = { ipProtocol: "tcp", fromPort: 80, toPort: 80 };
  new VpcSecurityGroupEgressRule(stack, "alb-to-servers", {
    securityGroupId: stack.albGroup.id,
    referencedSecurityGroupId: group.id,
    ...http,
  });
  new VpcSecurityGroupIngressRule(stack, "servers-from-alb", {
    securityGroupId: group.id,
    referencedSecurityGroupId: stack.albGroup.id,
    ...http,
  });
  new VpcSecurityGroupEgressRule(stack, "servers-to-internet", {
    securityGroupId: group.id,
    ipProtocol: "-1",
    cidrIpv4: "0.0.0.0/0",
  });
  return group;
}
