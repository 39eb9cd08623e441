package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveAlarms;
import dev.meridian.aws.LiveLoadBalancers;
import dev.meridian.aws.LiveLoadBalancers.Balancer;
import dev.meridian.aws.LiveLoadBalancers.Behind;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.output.PrivateOutput;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.region.InternalAlarm;
import dev.meridian.terraform.json.StateOutputs;
import java.util.List;
import java.util.Optional;

/** Compares the internal load balancer of one region of a private zone, and the alarm on it. */
final class InternalBalancerComparison {
  private final Deployment deployment;
  private final RegionDeclaration region;
  private final StateOutputs outputs;
  private final FieldComparison comparison = new FieldComparison();

  InternalBalancerComparison(
      Deployment deployment, RegionDeclaration region, StateOutputs outputs) {
    this.deployment = deployment;
    this.region = region;
    this.outputs = outputs;
  }

  List<Difference> compare(AwsAccess access) throws AwsReadException {
    String what = region.code() + " internal";
    String subject = "load balancer " + what;
    String dnsName = text(PrivateOutput.DNS_NAME);
    Optional<Balancer> found =
        LiveLoadBalancers.in(region.code(), access).stream()
            .filter(one -> one.dnsName().equalsIgnoreCase(dnsName))
            .findFirst();
    if (found.isEmpty()) {
      comparison.missing(subject);
      return comparison.differences();
    }
    Balancer balancer = found.get();
    comparison.expect(subject, "state", "active", balancer.state());
    comparison.expect(subject, "zone id", text(PrivateOutput.ZONE_ID), balancer.zoneId());
    if (!balancer.scheme().isEmpty()) {
      comparison.expect(subject, "scheme", "internal", balancer.scheme());
    }
    Behind behind = LiveLoadBalancers.behind(balancer.arn(), region.code(), access);
    String group =
        AwsResourceNames.internalTargetGroup(
            AwsResourceNames.prefix(deployment), region.site().targetCheck().port());
    new BalancerComparison(what, region.site(), group, comparison).compare(behind);
    if (deployment.privateZone().orElseThrow().health() == PrivateZone.Health.ALARM) {
      alarm(balancer, behind, group, access);
    }
    return comparison.differences();
  }

  private String text(PrivateOutput output) {
    return outputs.texts().getOrDefault(output.id(), "");
  }

  private void alarm(Balancer balancer, Behind behind, String group, AwsAccess access)
      throws AwsReadException {
    String name = PrivateZone.alarm(deployment, region.code());
    String subject = "alarm " + name;
    Optional<LiveAlarms.Alarm> alarm =
        Optional.ofNullable(LiveAlarms.named(List.of(name), access.at(region.code())).get(name));
    if (alarm.isEmpty()) {
      comparison.missing(subject);
      return;
    }
    String targets =
        behind.groups().stream()
            .filter(one -> one.name().equals(group))
            .map(one -> one.arn().substring(one.arn().indexOf(":targetgroup/") + 1))
            .findFirst()
            .orElse("");
    String arn = balancer.arn();
    String end = arn.substring(arn.indexOf("loadbalancer/") + "loadbalancer/".length());
    comparison.expect(subject, InternalAlarm.fields(end, targets), alarm.get().fields());
  }
}
