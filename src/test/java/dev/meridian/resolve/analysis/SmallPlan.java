package dev.meridian.resolve.analysis;

import dev.meridian.model.PlannedAccelerator;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import dev.meridian.resolve.SamplePlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random plan with few names, endpoints, and accelerators, for comparisons with brute force. */
final class SmallPlan {
  private static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");
  static final List<String> NAMES = List.of("a", "b", "c");

  private SmallPlan() {}

  static RoutingPlan of(Random random) {
    List<String> endpoints = new ArrayList<>(REGIONS.subList(0, 2 + random.nextInt(3)));
    List<PlannedAccelerator> accelerators = new ArrayList<>();
    for (String name : List.of("global", "other").subList(0, random.nextInt(3))) {
      List<Value> behind = new ArrayList<>();
      for (String region : REGIONS.subList(0, 1 + random.nextInt(2))) {
        behind.add(new Value.Output(region, "alb_dns_name"));
      }
      accelerators.add(
          new PlannedAccelerator(new Value.Output(name, "alb_dns_name"), List.of(), behind));
      endpoints.add(name);
    }
    SamplePlans plans = new SamplePlans().checks(endpoints);
    for (String name : NAMES.subList(0, 1 + random.nextInt(NAMES.size()))) {
      group(plans, name, endpoints, random);
    }
    RoutingPlan plan = plans.plan();
    return new RoutingPlan(
        plan.zone(), plan.records(), plan.healthChecks(), List.of(), accelerators);
  }

  private static void group(SamplePlans plans, String name, List<String> endpoints, Random random) {
    String first = one(endpoints, random);
    switch (random.nextInt(4)) {
      case 0 -> plans.add(name, "", new RoutingPolicy.Simple(), first, "");
      case 1 -> {
        plans.add(name, "1", failover(RoutingPolicy.Failover.Role.PRIMARY), first, first);
        String second = one(endpoints, random);
        String check = random.nextBoolean() ? second : "";
        plans.add(name, "2", failover(RoutingPolicy.Failover.Role.SECONDARY), second, check);
      }
      case 2 -> {
        for (String region : REGIONS.subList(0, 1 + random.nextInt(3))) {
          String to = one(endpoints, random);
          String check = random.nextInt(3) == 0 ? "" : to;
          plans.add(name, region, new RoutingPolicy.Latency(region), to, check);
        }
      }
      default -> {
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
          String to = one(endpoints, random);
          String check = random.nextInt(3) == 0 ? "" : to;
          plans.add(name, "w" + i, new RoutingPolicy.Weighted(random.nextInt(4)), to, check);
        }
      }
    }
  }

  private static RoutingPolicy failover(RoutingPolicy.Failover.Role role) {
    return new RoutingPolicy.Failover(role);
  }

  private static String one(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
