package dev.meridian.cost;

import dev.meridian.catalog.Limits;
import dev.meridian.catalog.Prices;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
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
   * The estimate for a plan.
   *
   * @param deployment that the plan was compiled from; empty for a plan that was read from
   *     Terraform or AWS, whose stacks are then not covered
   */
  public static CostEstimate of(
      RoutingPlan plan, Optional<Deployment> deployment, QueryVolume volume) {
    List<CostLine> lines = new ArrayList<>(zone(plan));
    QueryCosts queries = new QueryCosts(plan, volume).compute();
    lines.addAll(queries.lines());
    Set<String> ofStacks = new HashSet<>();
    deployment.ifPresent(
        one -> {
          ofStacks.addAll(one.regions().keySet());
          ofStacks.addAll(one.accelerators().keySet());
        });
    List<CostLine> checks =
        plan.healthChecks().stream()
            .flatMap(check -> HealthCheckCosts.of(check, ofStacks).stream())
            .toList();
    lines.addAll(checks);
    List<String> unpriced = new ArrayList<>();
    deployment.ifPresent(
        one -> {
          StackCosts stacks = new StackCosts(one, plan.healthChecks().size());
          lines.addAll(stacks.lines());
          unpriced.addAll(stacks.unpriced());
        });
    return new CostEstimate(
        lines,
        allowance(checks),
        assumptions(queries, checks, volume),
        unpriced,
        notCovered(deployment, queries));
  }

  private static List<CostLine> zone(RoutingPlan plan) {
    List<CostLine> lines = new ArrayList<>();
    lines.add(
        CostLine.monthly(
            ZONE, plan.zone().text(), 1, Prices.of("hosted-zone"), "0.10 each above 25 zones"));
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
      QueryCosts queries, List<CostLine> checks, QueryVolume volume) {
    List<String> assumptions = new ArrayList<>();
    if (volume.isTraffic()) {
      assumptions.add(
          "Each request of the declared traffic, in requests per second, needs a query. Caches of"
              + " resolvers make it fewer.");
    }
    if (queries.hasAssumption()) {
      assumptions.add(
          "A query that several policies decide has the highest of their rates. AWS documents no rule.");
    }
    if (checks.stream().anyMatch(line -> line.price().item().equals(OTHER_CHECK))) {
      assumptions.add(
          "A health check of an address or host name costs as outside of AWS, unless the name shows"
              + " that it is on AWS.");
    }
    return assumptions;
  }

  private static List<String> notCovered(Optional<Deployment> deployment, QueryCosts queries) {
    List<String> parts = new ArrayList<>();
    if (!queries.unknown().isEmpty()) {
      parts.add(
          "queries, whose number is not known; give it with --queries: "
              + String.join(", ", queries.unknown()));
    }
    parts.add("queries for record types other than A, AAAA, and CNAME");
    if (deployment.isEmpty()) {
      parts.add("everything but the zone and its health checks");
      return parts;
    }
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
}
