package dev.meridian.cost;

import dev.meridian.catalog.Prices;
import dev.meridian.catalog.Prices.Price;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.AdjustedWeights;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.declaration.VpcResolver;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the resources of a deployment's stacks cost, besides the zone and its health checks. */
final class StackCosts implements DeploymentStack.Cases<List<CostLine>> {
  /** Metrics that the function reads per region and minute, see docs/weights.md. */
  private static final int METRICS = 6;

  private static final int MINUTES_PER_HOUR = 60;

  private final Deployment deployment;
  private final int healthChecks;
  private final List<String> unpriced = new ArrayList<>();

  /**
   * @param healthChecks how many health checks the DNS stack has
   */
  StackCosts(Deployment deployment, int healthChecks) {
    this.deployment = deployment;
    this.healthChecks = healthChecks;
  }

  List<CostLine> lines() {
    return deployment.stacks().all().stream()
        .flatMap(stack -> stack.accept(this).stream())
        .toList();
  }

  /** The resources without a price, complete after {@link #lines}. */
  List<String> unpriced() {
    return List.copyOf(unpriced);
  }

  @Override
  public List<CostLine> region(DeploymentStack.RegionResources stack) {
    RegionDeclaration region = stack.region();
    Site site = region.site();
    String code = region.code();
    List<CostLine> lines = new ArrayList<>();
    regional("alb", code, "Application Load Balancer", 1, stack).ifPresent(lines::add);
    deployment
        .privateZone()
        .filter(zone -> zone.regions().contains(code))
        .ifPresent(zone -> lines.addAll(internal(stack, code, zone)));
    if (site.staticAddresses()) {
      regional("nlb", code, "Network Load Balancer", 1, stack).ifPresent(lines::add);
    }
    int servers = site.servers().count();
    String type = site.servers().instanceType();
    if (servers > 0) {
      regional(type, code, servers + " × " + type, servers, stack).ifPresent(lines::add);
    }
    lines.add(addresses(stack, site, servers));
    return lines;
  }

  /** Its addresses are private, so they cost nothing. */
  private List<CostLine> internal(DeploymentStack stack, String code, PrivateZone zone) {
    List<CostLine> lines = new ArrayList<>();
    regional("alb", code, "internal Application Load Balancer", 1, stack).ifPresent(lines::add);
    if (zone.health() == PrivateZone.Health.ALARM) {
      lines.add(
          CostLine.monthly(
              stack.name(), "alarm on internal targets", 1, Prices.of("alarm"), "no healthy host"));
    }
    return lines;
  }

  /** Each load balancer has an address per zone, and each server one. */
  private static CostLine addresses(DeploymentStack stack, Site site, int servers) {
    int zones = site.network().availabilityZones();
    int balancers = site.staticAddresses() ? 2 : 1;
    int count = balancers * zones + servers;
    String note =
        balancers * zones
            + " of load balancers"
            + (servers == 0 ? "" : ", " + servers + " of servers");
    return CostLine.hourly(
        stack.name(), "public IPv4 addresses", count, Prices.of("public-ipv4"), note);
  }

  private Optional<CostLine> regional(
      String item, String code, String what, int count, DeploymentStack stack) {
    Optional<Price> price = Prices.in(item, code);
    if (price.isEmpty()) {
      unpriced.add(what + " in " + code);
    }
    return price.map(found -> CostLine.hourly(stack.name(), what, count, found, ""));
  }

  @Override
  public List<CostLine> accelerator(DeploymentStack.Accelerator stack) {
    return List.of(
        CostLine.hourly(stack.name(), "accelerator", 1, Prices.of("accelerator"), ""),
        CostLine.hourly(
            stack.name(),
            "public IPv4 addresses",
            AcceleratorDeclaration.STATIC_ADDRESSES,
            Prices.of("public-ipv4"),
            ""));
  }

  @Override
  public List<CostLine> privateNetwork(DeploymentStack.PrivateNetworks stack) {
    VpcResolver resolver = stack.zone().resolver();
    List<CostLine> lines = new ArrayList<>();
    resolver.inbound().forEach(code -> lines.add(endpoint(stack, "inbound", code)));
    resolver.outbound().forEach(code -> lines.add(endpoint(stack, "outbound", code)));
    resolver
        .dnsFirewall()
        .ifPresent(
            firewall -> {
              int regions = stack.zone().regions().size();
              lines.add(
                  CostLine.monthly(
                      stack.name(),
                      "domains of DNS Firewall",
                      (long) firewall.block().size() * regions,
                      Prices.of("firewall-domain"),
                      firewall.block().size() + " per region"));
            });
    return lines;
  }

  private CostLine endpoint(DeploymentStack stack, String direction, String code) {
    int zones =
        deployment
            .region(code)
            .map(region -> region.site().network().availabilityZones())
            .orElseThrow();
    return CostLine.hourly(
        stack.name(),
        direction + " Resolver endpoint in " + code,
        zones,
        Prices.of("resolver-address"),
        "an address per availability zone");
  }

  @Override
  public List<CostLine> dns(DeploymentStack.Dns stack) {
    if (stack.label().equals(PrivateZone.DNS_STACK)) {
      return List.of();
    }
    List<CostLine> lines = new ArrayList<>();
    int alarms = deployment.alerts().enabled() ? healthChecks : 0;
    if (alarms > 0) {
      lines.add(
          CostLine.monthly(
              stack.name(), "alarms", alarms, Prices.of("alarm"), "one per health check"));
    }
    if (!deployment.switches().isEmpty() && deployment.switches().existingCluster().isEmpty()) {
      lines.add(
          CostLine.hourly(
              stack.name(), "recovery control cluster", 1, Prices.of("recovery-cluster"), ""));
    }
    AdjustedWeights.names(deployment).stream()
        .filter(name -> name.adjusted().isPresent())
        .forEach(name -> lines.add(metrics(stack, name)));
    if (!AdjustedWeights.names(deployment).isEmpty()) {
      lines.add(
          CostLine.monthly(
              stack.name(), "alarm on the function", 1, Prices.of("alarm"), "errors of runs"));
    }
    return lines;
  }

  private static CostLine metrics(DeploymentStack stack, NameDeclaration name) {
    int regions = name.policy().branches().size();
    long count = (long) METRICS * regions * CostLine.HOURS * MINUTES_PER_HOUR;
    return new CostLine(
        stack.name(),
        "metrics for " + name.label(),
        BigDecimal.valueOf(count),
        Prices.of("metric-request"),
        METRICS + " per region and minute");
  }
}
