package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import dev.meridian.config.RegionDeclaration;
import dev.meridian.config.Site;
import dev.meridian.live.AwsAccess;
import dev.meridian.live.Difference;
import dev.meridian.live.LiveFailed;
import dev.meridian.live.LiveLoadBalancers;
import dev.meridian.live.LiveLoadBalancers.Balancer;
import dev.meridian.live.LiveServers;
import dev.meridian.stacks.SiteNames;
import dev.meridian.terraform.StateOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares one region's site with its load balancers and servers. */
final class SiteComparison {
  private static final String ACTIVE = "active";
  private static final String IN_SERVICE = "InService";
  private static final String UNHEALTHY = "unhealthy";

  private final Deployment deployment;
  private final RegionDeclaration region;
  private final StateOutputs outputs;
  private final List<Difference> findings = new ArrayList<>();

  SiteComparison(Deployment deployment, RegionDeclaration region, StateOutputs outputs) {
    this.deployment = deployment;
    this.region = region;
    this.outputs = outputs;
  }

  List<Difference> compare(AwsAccess access) throws LiveFailed {
    List<Balancer> balancers = LiveLoadBalancers.in(region.code(), access);
    String dnsName = outputs.texts().getOrDefault("alb_dns_name", "");
    String subject = "load balancer " + region.code();
    Optional<Balancer> alb = find(balancers, one -> one.dnsName().equalsIgnoreCase(dnsName));
    if (alb.isEmpty()) {
      findings.add(Verification.missing(subject));
      return findings;
    }
    expect(subject, "state", ACTIVE, alb.get().state());
    expect(subject, "zone id", outputs.texts().getOrDefault("alb_zone_id", ""), alb.get().zoneId());
    targets(subject, alb.get());
    if (region.site().staticAddresses()) {
      staticAddresses(balancers, alb.get());
    }
    servers(alb.get(), access);
    return findings;
  }

  private void targets(String subject, Balancer balancer) {
    if (balancer.groups().isEmpty()) {
      findings.add(Verification.missing(subject + ": target group"));
    }
    balancer.groups().stream()
        .flatMap(group -> group.targets().stream())
        .filter(target -> target.state().equals(UNHEALTHY))
        .forEach(
            target ->
                findings.add(
                    new Difference(
                        subject + ": target " + target.id(),
                        "health",
                        "healthy",
                        target.state() + " (" + target.reason() + ")")));
  }

  private void staticAddresses(List<Balancer> balancers, Balancer alb) {
    String subject = "static addresses " + region.code();
    Optional<Balancer> front =
        find(
            balancers,
            one ->
                one.groups().stream()
                    .flatMap(group -> group.targets().stream())
                    .anyMatch(target -> target.id().equals(alb.arn())));
    if (front.isEmpty()) {
      findings.add(Verification.missing(subject + ": network load balancer"));
    } else {
      expect(subject, "state of the network load balancer", ACTIVE, front.get().state());
    }
    int zones = region.site().network().availabilityZones();
    int known = outputs.lists().getOrDefault("static_addresses", List.of()).size();
    expect(subject, "count", String.valueOf(zones), String.valueOf(known));
  }

  private void servers(Balancer alb, AwsAccess access) throws LiveFailed {
    Site.Servers declared = region.site().servers();
    if (declared.count() == 0) {
      return;
    }
    String name = SiteNames.servers(deployment);
    String subject = "servers " + region.code();
    Optional<LiveServers.Group> found =
        LiveServers.in(region.code(), access).stream()
            .filter(group -> group.name().equals(name))
            .findFirst();
    if (found.isEmpty()) {
      findings.add(Verification.missing(subject));
      return;
    }
    LiveServers.Group group = found.get();
    String count = String.valueOf(declared.count());
    expect(subject, "wanted", count, String.valueOf(group.desired()));
    long serving = group.servers().stream().filter(one -> one.state().equals(IN_SERVICE)).count();
    expect(subject, "in service", count, String.valueOf(serving));
    boolean behind = alb.groups().stream().anyMatch(g -> group.targetGroups().contains(g.arn()));
    expect(subject, "behind the load balancer", "true", String.valueOf(behind));
  }

  private static Optional<Balancer> find(List<Balancer> balancers, Predicate<Balancer> test) {
    return balancers.stream().filter(test).findFirst();
  }

  private void expect(String subject, String field, String expected, String found) {
    if (!expected.equals(found)) {
      findings.add(new Difference(subject, field, expected, found));
    }
  }
}
