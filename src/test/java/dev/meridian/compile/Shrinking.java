package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.model.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The same system with one branch of one name taken away, wherever one can be spared. */
final class Shrinking {

  private Shrinking() {}

  static Deployment of(Deployment old, long seed) {
    List<NameDeclaration> names = new ArrayList<>(old.names());
    int one = new Random(seed).nextInt(names.size());
    NameDeclaration name = names.get(one);
    names.set(
        one,
        new NameDeclaration(
            name.label(), name.name(), fewer(name.policy()), name.ttl(), name.at()));
    return new Deployment(
        old.application(),
        old.environment(),
        old.originalName(),
        old.zone(),
        old.state(),
        old.regions(),
        old.endpoints(),
        old.accelerators(),
        old.healthChecks(),
        old.cidrCollections(),
        names,
        old.records(),
        old.goals(),
        old.alerts(),
        old.changeLimits(),
        old.tags(),
        old.silenced(),
        old.ownership(),
        old.switches(),
        old.internal());
  }

  private static PolicyTree fewer(PolicyTree tree) {
    List<Branch> branches = tree.branches();
    boolean spare = branches.size() > 1 && tree.kind() != PolicyKind.FAILOVER;
    return spare
        ? new PolicyTree(tree.kind(), branches.subList(1, branches.size()), tree.at())
        : tree;
  }
}
