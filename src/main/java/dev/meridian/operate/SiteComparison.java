package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveLoadBalancers;
import dev.meridian.aws.LiveLoadBalancers.Balancer;
import dev.meridian.aws.LiveLoadBalancers.Behind;
import dev.meridian.aws.LiveLoadBalancers.Group;
import dev.meridian.aws.LiveServers;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.output.RegionOutput;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.region.SiteListener;
import dev.meridian.terraform.json.StateOutputs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares one region's site with its load balancer, its listeners, targets and servers. */
final class SiteComparison {
  private static final String ACTIVE = "active";
  private static final String IN_SERVICE = "InService";
  private static final String UNHEALTHY = "unhealthy";

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
    listeners(behind);
    targetGroup(behind);
    health(subject, behind);
    if (site.staticAddresses()) {
      new StaticAddressComparison(deployment, region, outputs, comparison)
          .compare(alb, balancers, access);
    }
    new FirewallComparison(region, comparison).compare(alb, access);
    servers(behind, access);
    return comparison.differences();
  }

  private void listeners(Behind behind) {
    String group = AwsResourceNames.targetGroup(deployment, region.site().targetCheck().port());
    Map<Integer, SiteListener> declared = new TreeMap<>();
    SiteListener.of(region.site()).forEach(one -> declared.put(one.port(), one));
    declared.forEach(
        (port, listener) -> {
          if (behind.listeners().containsKey(port)) {
            comparison.expect(
                listener(port), fields(listener, group), behind.listeners().get(port));
          } else {
            comparison.missing(listener(port));
          }
        });
    behind.listeners().keySet().stream()
        .filter(port -> !declared.containsKey(port))
        .forEach(port -> comparison.tooMany(listener(port)));
  }

  private String listener(int port) {
    return "listener " + region.code() + " " + port;
  }

  private static Map<String, String> fields(SiteListener listener, String group) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("protocol", listener.protocol());
    fields.put("rules", "0");
    fields.put(
        "action",
        listener.redirects()
            ? String.format(
                Locale.ROOT,
                "redirect to HTTPS:%d with %s",
                SiteListener.HTTPS,
                SiteListener.REDIRECT_STATUS)
            : "forward to " + group);
    listener
        .certificate()
        .ifPresent(
            arn -> {
              fields.put("certificate", arn);
              fields.put("TLS policy", SiteListener.TLS_POLICY);
            });
    return fields;
  }

  private void targetGroup(Behind behind) {
    Site.TargetCheck check = region.site().targetCheck();
    String name = AwsResourceNames.targetGroup(deployment, check.port());
    String subject = "target group " + region.code();
    Optional<Group> group =
        behind.groups().stream().filter(one -> one.name().equals(name)).findFirst();
    if (group.isEmpty()) {
      comparison.missing(subject);
      return;
    }
    comparison.expect(
        subject,
        new TreeMap<>(
            Map.of(
                "protocol", "HTTP",
                "port", String.valueOf(check.port()),
                "check protocol", "HTTP",
                "check port", "traffic-port",
                "check path", check.path(),
                "check matcher", "200",
                "check interval", String.valueOf(check.interval()),
                "check timeout", String.valueOf(check.timeout()),
                "healthy threshold", String.valueOf(check.healthyThreshold()),
                "unhealthy threshold", String.valueOf(check.unhealthyThreshold()))),
        group.get().fields());
  }

  private void health(String subject, Behind behind) {
    behind.groups().stream()
        .flatMap(group -> group.targets().stream())
        .filter(target -> target.state().equals(UNHEALTHY))
        .forEach(
            target ->
                comparison.expect(
                    subject + ": target " + target.id(),
                    "health",
                    "healthy",
                    target.state() + " (" + target.reason() + ")"));
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
