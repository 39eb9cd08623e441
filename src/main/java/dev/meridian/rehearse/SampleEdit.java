package dev.meridian.rehearse;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.model.RoutingPolicy.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A small edit of a declaration.
 *
 * @param text the change, such as {@code names.api.weighted.us-east-1: 50 to 51}
 * @param deployment with the change
 */
public record SampleEdit(String text, Deployment deployment) {
  /**
   * Edits that add 1 to each name's first weight, then to each name's TTL. Some of them change no
   * record, because an alias has no TTL. Terraform ignores weights that are adjusted.
   */
  public static Stream<SampleEdit> of(Deployment deployment) {
    return Stream.concat(
        deployment.names().stream()
            .filter(name -> !name.hasChangingWeights())
            .flatMap(name -> weight(deployment, name).stream()),
        deployment.names().stream().map(name -> ttl(deployment, name)));
  }

  private static Optional<SampleEdit> weight(Deployment deployment, NameDeclaration name) {
    return weight(name.policy(), name.path().text())
        .map(
            changed ->
                new SampleEdit(
                    changed.text(), with(deployment, name, name.withPolicy(changed.tree()))));
  }

  private static SampleEdit ttl(Deployment deployment, NameDeclaration name) {
    long ttl = name.ttl() + 1;
    return new SampleEdit(
        name.path().key("ttl").text() + ": " + name.ttl() + " to " + ttl,
        with(deployment, name, name.withTtl(ttl)));
  }

  private record Changed(String text, PolicyTree tree) {}

  private static Optional<Changed> weight(PolicyTree tree, String path) {
    String here = path + "." + tree.kind().keyword();
    for (int i = 0; i < tree.branches().size(); i++) {
      PolicyTree.Branch branch = tree.branches().get(i);
      String place = here + "." + branch.label();
      if (branch.policy() instanceof Weighted weighted) {
        int other = weighted.weight() + (weighted.weight() < Weighted.MAX_WEIGHT ? 1 : -1);
        PolicyTree.Branch edited = branch(branch, new Weighted(other), branch.target());
        String text = place + ": " + weighted.weight() + " to " + other;
        return Optional.of(new Changed(text, with(tree, i, edited)));
      }
      if (branch.target() instanceof PolicyTree.Target.ToPolicy below) {
        Optional<Changed> changed = weight(below.tree(), place);
        if (changed.isPresent()) {
          PolicyTree.Target target = new PolicyTree.Target.ToPolicy(changed.get().tree());
          PolicyTree.Branch edited = branch(branch, branch.policy(), target);
          return Optional.of(new Changed(changed.get().text(), with(tree, i, edited)));
        }
      }
    }
    return Optional.empty();
  }

  private static PolicyTree.Branch branch(
      PolicyTree.Branch old, dev.meridian.model.RoutingPolicy policy, PolicyTree.Target target) {
    return new PolicyTree.Branch(
        old.label(),
        policy,
        target,
        old.healthCheck(),
        old.evaluateTargetHealth(),
        old.record(),
        old.at());
  }

  private static PolicyTree with(PolicyTree tree, int index, PolicyTree.Branch branch) {
    List<PolicyTree.Branch> branches = new ArrayList<>(tree.branches());
    branches.set(index, branch);
    return new PolicyTree(tree.kind(), branches, tree.at());
  }

  private static Deployment with(
      Deployment deployment, NameDeclaration name, NameDeclaration edited) {
    List<NameDeclaration> names = new ArrayList<>(deployment.names());
    names.set(names.indexOf(name), edited);
    return DeploymentChanges.of(deployment).names(names).deployment();
  }
}
