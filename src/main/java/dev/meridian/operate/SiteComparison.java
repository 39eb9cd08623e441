package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveLoadBalancers;
import dev.meridian.aws.LiveLoadBalancers.Balancer;
import dev.meridian.aws.LiveLoadBalancers.Behind;
import dev.meridian.aws.LiveServers;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.terraform.json.StateOutputs;
import java.util.List;
import java.util.Optional;

/** Compares one region's site with its load balancer, its listeners, targets and servers. */
final class SiteComparison {
  private static final String ACTIVE = "active";
  private static final String IN_SERVICE = "InService";

  private final Deployment deployment;
  private final RegionDeclaration region;
  private final StateOutputs outputs;
  private final FieldComparison comparison = new FieldComparison();

  SiteComparison(Deployment deployment, RegionDeclaration region, StateOutputs outputs) {
    this.deployment = deployment;
    this.region = region;
    this.outputs = outputs;
  }

  List<Difference> compare(AwsAccess access) throws AwsReadException {
    List<Balancer> balancers = LiveLoadBalancers.in(region.code(), access);
    String dnsName = outputs.texts().getOrDefault(RegionOutput.ALB_DNS_NAME.id(), "");
    String subject = "load balancer " + region.code();
    Optional<Balancer> found =
        balancers.stream().filter(one -> one.dnsName().equalsIgnoreCase(dnsName)).findFirst();
    if (found.isEmpty()) {
      comparison.missing(subject);
      return comparison.differences();
    }
    Balancer alb = found.get();
    Site site = region.site();
    comparison.expect(subject, "state", ACTIVE, alb.state());
    comparison.expect(
        subject,
        "zone id",
        outputs.texts().getOrDefault(RegionOutput.ALB_ZONE_ID.id(), ""),
        alb.zoneId());
    if (!alb.scheme().isEmpty()) {
      comparison.expect(subject, "scheme", "internet-facing", alb.scheme());
    }
    comparison.expect(subject, "addresses", site.ipv6() ? "dualstack" : "ipv4", alb.addresses());
    Behind behind = LiveLoadBalancers.behind(alb.arn(), region.code(), access);
    String group = AwsResourceNames.targetGroup(deployment, site.targetCheck().port());
    new BalancerComparison(region.code(), site, group, comparison).compare(behind);
    if (site.staticAddresses()) {
      new StaticAddressComparison(deployment, region, outputs, comparison)
          .compare(alb, balancers, access);
    }
    new FirewallComparison(region, internalGroups(balancers), comparison).compare(alb, access);
    servers(behind, access);
    return comparison.differences();
  }

  /** The security groups of the internal load balancer, which also reaches the servers. */
  private List<String> internalGroups(List<Balancer> balancers) {
    String name = AwsResourceNames.internalLoadBalancer(AwsResourceNames.prefix(deployment));
    boolean hasInternal =
        deployment.privateZone().filter(zone -> zone.regions().contains(region.code())).isPresent();
    return balancers.stream()
        .filter(one -> hasInternal && one.name().equals(name))
        .flatMap(one -> one.securityGroups().stream())
        .toList();
  }

  private void servers(Behind behind, AwsAccess access) throws AwsReadException {
    Site.Servers declared = region.site().servers();
    if (declared.count() == 0) {
      return;
    }
    String name = AwsResourceNames.servers(deployment);
    String subject = "servers " + region.code();
    Optional<LiveServers.Group> found =
        LiveServers.in(region.code(), access).stream()
            .filter(group -> group.name().equals(name))
            .findFirst();
    if (found.isEmpty()) {
      comparison.missing(subject);
      return;
    }
    LiveServers.Group group = found.get();
    comparison.expect(subject, "least", declared.count(), group.least());
    comparison.expect(subject, "wanted", declared.count(), group.desired());
    comparison.expect(subject, "most", declared.count(), group.most());
    long serving = group.servers().stream().filter(one -> one.state().equals(IN_SERVICE)).count();
    comparison.expect(subject, "in service", declared.count(), serving);
    group
        .servers()
        .forEach(
            server ->
                comparison.expect(
                    subject + ": " + server.id(), "type", declared.instanceType(), server.type()));
    boolean served = behind.groups().stream().anyMatch(g -> group.targetGroups().contains(g.arn()));
    comparison.expect(subject, "behind the load balancer", true, served);
  }
}
