package dev.meridian.compile;

import static dev.meridian.compile.DeclaredPlans.branch;
import static dev.meridian.compile.DeclaredPlans.checked;
import static dev.meridian.compile.DeclaredPlans.failover;
import static dev.meridian.compile.DeclaredPlans.inline;
import static dev.meridian.compile.DeclaredPlans.near;
import static dev.meridian.compile.DeclaredPlans.to;
import static dev.meridian.compile.DeclaredPlans.weight;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Deployments without a problem, as many as there are seeds. */
final class RandomDeployments {
  private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "sa-east-1");
  private static final List<String> ENDPOINTS =
      List.of("us-east-1", "eu-west-1", "sa-east-1", "rack", "berlin", "solo");

  private final Random random;

  private RandomDeployments(long seed) {
    this.random = new Random(seed);
  }

  static Deployment of(long seed) {
    return new RandomDeployments(seed).deployment();
  }

  private Deployment deployment() {
    DeclaredPlans declared =
        DeclaredPlans.zone("example.com")
            .regions(REGIONS.toArray(String[]::new))
            .addresses("rack", "203.0.113.1", "203.0.113.2")
            .addresses("berlin", "203.0.113.3", "2001:db8::3")
            .addresses("solo", "203.0.113.4");
    int names = 1 + random.nextInt(4);
    for (int i = 0; i < names; i++) {
      declared.name("n" + i + (random.nextBoolean() ? ".shop" : ""), tree(2));
    }
    return declared.deployment();
  }

  private PolicyTree tree(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> failover(target(depth), target(depth));
      case 1 -> DeclaredPlans.tree(PolicyKind.LATENCY, regional(depth));
      case 2 -> DeclaredPlans.tree(PolicyKind.MULTIVALUE, listed());
      default -> DeclaredPlans.tree(PolicyKind.WEIGHTED, weights(depth));
    };
  }

  private List<Branch> regional(int depth) {
    List<Branch> branches = new ArrayList<>();
    REGIONS.subList(0, 1 + random.nextInt(3)).forEach(r -> branches.add(near(r, target(depth))));
    return branches;
  }

  private List<Branch> listed() {
    return some().stream().map(e -> branch(e, new RoutingPolicy.Multivalue(), to(e))).toList();
  }

  private List<Branch> weights(int depth) {
    List<Branch> branches = new ArrayList<>();
    for (String endpoint : some()) {
      Branch leaf = weight(endpoint, random.nextInt(256));
      Branch written = checked(leaf, inline(Protocol.HTTPS, "/ready", null));
      branches.add(random.nextInt(3) == 0 ? written : leaf);
    }
    if (depth > 0) {
      branches.add(branch("more", new RoutingPolicy.Weighted(7), to(tree(depth - 1))));
    }
    return branches;
  }

  private List<String> some() {
    return ENDPOINTS.stream().filter(each -> random.nextInt(3) > 0 || each.equals("solo")).toList();
  }

  private Target target(int depth) {
    return depth > 0 && random.nextInt(3) == 0
        ? to(tree(depth - 1))
        : to(ENDPOINTS.get(random.nextInt(ENDPOINTS.size())));
  }
}
