package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.model.RoutingPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The same system with all its parts in another order and with other weights. */
final class ShuffledDeployment {
  private final Random random;

  private ShuffledDeployment(long seed) {
    this.random = new Random(seed);
  }

  static Deployment of(Deployment old, long seed) {
    return new ShuffledDeployment(seed).shuffled(old);
  }

  private Deployment shuffled(Deployment old) {
    return new Deployment(
        old.application(),
        old.environment(),
        old.originalName(),
        old.zone(),
        old.state(),
        map(old.regions()),
        map(old.endpoints()),
        map(old.accelerators()),
        map(old.healthChecks()),
        old.cidrCollections(),
        list(old.names()).stream().map(this::name).toList(),
        list(old.records()),
        old.goals(),
        old.alerts(),
        old.changeLimits(),
        old.tags(),
        old.silenced(),
        old.ownership(),
        old.switches(),
        old.internal());
  }

  private NameDeclaration name(NameDeclaration old) {
    return old.withPolicy(tree(old.policy()));
  }

  private PolicyTree tree(PolicyTree old) {
    List<Branch> branches = list(old.branches()).stream().map(this::branch).toList();
    return new PolicyTree(old.kind(), branches, old.at());
  }

  private Branch branch(Branch old) {
    RoutingPolicy policy =
        old.policy() instanceof RoutingPolicy.Weighted
            ? new RoutingPolicy.Weighted(random.nextInt(256))
            : old.policy();
    Target target =
        old.target() instanceof Target.ToPolicy below
            ? new Target.ToPolicy(tree(below.tree()))
            : old.target();
    return new Branch(
        old.label(), policy, target, old.healthCheck(), old.evaluateTargetHealth(), old.at());
  }

  private <T> List<T> list(List<T> old) {
    List<T> shuffled = new ArrayList<>(old);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private <T> Map<String, T> map(Map<String, T> old) {
    Map<String, T> shuffled = new LinkedHashMap<>();
    list(List.copyOf(old.keySet())).forEach(key -> shuffled.put(key, old.get(key)));
    return shuffled;
  }
}
