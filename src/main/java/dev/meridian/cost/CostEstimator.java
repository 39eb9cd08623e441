package dev.meridian.cost;

import dev.meridian.catalog.Limits;
import dev.meridian.catalog.Prices;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.declaration.VpcResolver;
import dev.meridian.model.RoutingPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Estimates the cost of a zone, and of the stacks of a deployment, per month. */
public final class CostEstimator {
  static final String ZONE = "hosted zone";
  private static final int FREE_CHECKS = 50;
  private static final String OTHER_CHECK = "health-check-other";

  private CostEstimator() {}

  /**
   * The estimate for the zones of a deployment, or for zones that were read from Terraform or AWS.
   *
   * @param deployment that the plans were compiled from; empty to cover no stacks
   */
  public static CostEstimate of(List<ZoneVolume> zones, Optional<Deployment> deployment) {
    List<CostLine> lines = new ArrayList<>();
    zones.forEach(zone -> lines.addAll(zone(zone)));
    List<QueryCosts> queries =
        zones.stream()
            .map(zone -> new QueryCosts(zone.plan(), zone.volume(), zone.suffix()).compute())
            .toList();
    queries.forEach(of -> lines.addAll(of.lines()));
    Set<String> ofStacks = new HashSet<>();
    deployment.ifPresent(
        one -> {
          ofStacks.addAll(one.regions().keySet());
          ofStacks.addAll(one.accelerators().keySet());
        });
    List<CostLine> checks =
        zones.stream().flatMap(zone -> checks(zone, ofStacks).stream()).toList();
    lines.addAll(checks);
    List<String> unpriced = new ArrayList<>();
    deployment.ifPresent(
        one -> {
          int alarms = zones.isEmpty() ? 0 : zones.get(0).plan().healthChecks().size();
          StackCosts stacks = new StackCosts(one, alarms);
          lines.addAll(stacks.lines());
          unpriced.addAll(stacks.unpriced());
        });
    return new CostEstimate(
        lines,
        allowance(checks),
        assumptions(queries, checks, zones),
        unpriced,
        notCovered(deployment, queries));
  }

  private static List<CostLine> checks(ZoneVolume zone, Set<String> ofStacks) {
    return zone.plan().healthChecks().stream()
        .flatMap(check -> HealthCheckCosts.of(check, ofStacks, zone.suffix()).stream())
        .toList();
  }

  private static List<CostLine> zone(ZoneVolume zone) {
    RoutingPlan plan = zone.plan();
    List<CostLine> lines = new ArrayList<>();
    lines.add(
        CostLine.monthly(
            ZONE,
            plan.zone().text() + zone.suffix(),
            1,
            Prices.of("hosted-zone"),
            "0.10 each above 25 zones"));
    int records = plan.records().size();
    if (records > Limits.RECORDS_PER_ZONE) {
      lines.add(
          CostLine.monthly(
              ZONE,
              "record sets above " + Limits.RECORDS_PER_ZONE,
              records - Limits.RECORDS_PER_ZONE,
              Prices.of("record-above-10000"),
              ""));
    }
    if (!plan.policyRecords().isEmpty()) {
      lines.add(
          CostLine.monthly(
              ZONE,
              "traffic policy records",
              plan.policyRecords().size(),
              Prices.of("traffic-policy-record"),
              "one per name and type"));
    }
    return lines;
  }

  private static BigDecimal allowance(List<CostLine> checks) {
    long onAws =
        checks.stream().filter(line -> line.price().item().equals(HealthCheckCosts.BASIC)).count();
    return Prices.of(HealthCheckCosts.BASIC)
        .usd()
        .multiply(BigDecimal.valueOf(Math.min(onAws, FREE_CHECKS)));
  }

  private static List<String> assumptions(
      List<QueryCosts> queries, List<CostLine> checks, List<ZoneVolume> zones) {
    List<String> assumptions = new ArrayList<>();
    if (zones.stream().anyMatch(zone -> zone.volume().isTraffic())) {
      assumptions.add(
          "Each request of the declared traffic, in requests per second, needs a query. Caches of"
              + " resolvers make it fewer.");
    }
    if (queries.stream().anyMatch(QueryCosts::hasAssumption)) {
      assumptions.add(
          "A query that several policies decide has the highest of their rates. AWS documents no rule.");
    }
    if (checks.stream().anyMatch(line -> line.price().item().equals(OTHER_CHECK))) {
      assumptions.add(
          "A health check of an address or host name costs as outside of AWS, unless the name shows"
              + " that it is on AWS.");
    }
    if (zones.size() > 1) {
      assumptions.add(
          "Queries for names of the private zone have the same rates. AWS's page has no others for"
              + " them.");
    }
    return assumptions;
  }

  private static List<String> notCovered(
      Optional<Deployment> deployment, List<QueryCosts> queries) {
    List<String> parts = new ArrayList<>();
    List<String> unknown = queries.stream().flatMap(of -> of.unknown().stream()).toList();
    if (!unknown.isEmpty()) {
      parts.add(
          "queries, whose number is not known; give it with --queries: "
              + String.join(", ", unknown));
    }
    parts.add("queries for record types other than A, AAAA, and CNAME");
    if (deployment.isEmpty()) {
      parts.add("everything but the zone and its health checks");
      return parts;
    }
    deployment.get().privateZone().ifPresent(zone -> parts.addAll(notCovered(zone)));
    parts.add("load balancer capacity units and data transfer, which depend on the traffic");
    parts.add("disks of servers, and CPU credits");
    if (!deployment.get().accelerators().isEmpty()) {
      parts.add("the premium of accelerators per GB, which depends on the regions of clients");
    }
    if (deployment.get().names().stream().anyMatch(NameDeclaration::hasChangingWeights)) {
      parts.add("runs and logs of the function that changes weights, less than 1 $");
    }
    parts.add("endpoints that this declaration does not create");
    return parts;
  }

  private static List<String> notCovered(PrivateZone zone) {
    List<String> parts = new ArrayList<>();
    VpcResolver resolver = zone.resolver();
    if (!resolver.inbound().isEmpty() || !resolver.outbound().isEmpty()) {
      parts.add(
          "queries through Resolver endpoints, "
              + Prices.of("resolver-queries").usd()
              + " $ per million");
    }
    if (resolver.dnsFirewall().isPresent()) {
      parts.add(
          "queries that DNS Firewall inspects, "
              + Prices.of("firewall-queries").usd()
              + " $ per million");
    }
    if (resolver.queryLog().isPresent()) {
      parts.add("query logs, which CloudWatch Logs charges per GB and month");
    }
    if (zone.peering()) {
      parts.add("data transfer between peered VPCs, which depends on the regions");
    }
    return parts;
  }
}
