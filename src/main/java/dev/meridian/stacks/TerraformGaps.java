package dev.meridian.stacks;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.model.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be declared but not created: Terraform's AWS provider does not have it yet, or it is too
 * long for AWS Lambda. Nothing is written for such a deployment, because stacks without these parts
 * would answer otherwise.
 */
public final class TerraformGaps {
  private TerraformGaps() {}

  /**
   * A problem for each policy that the provider does not have, for too many changing weights, and
   * for ramps between branches with different record types.
   */
  public static List<Diagnostic> of(Deployment deployment) {
    List<Diagnostic> problems = new ArrayList<>();
    for (NameDeclaration name : deployment.names()) {
      add(name.policy(), name.path(), problems);
    }
    WeightsLimit.exceeded(deployment).ifPresent(problems::add);
    problems.addAll(RampTypes.different(deployment));
    return problems.stream().sorted(Diagnostic.IN_FILE_ORDER).toList();
  }

  /**
   * Refuses a deployment with gaps.
   *
   * @throws InvalidDeclaration with all of them
   */
  public static void refuse(Deployment deployment) {
    List<Diagnostic> problems = of(deployment);
    if (!problems.isEmpty()) {
      throw new InvalidDeclaration(problems);
    }
  }

  private static void add(PolicyTree tree, KeyPath above, List<Diagnostic> problems) {
    KeyPath path = above.key(tree.kind().keyword());
    missing(tree)
        .ifPresent(
            what ->
                problems.add(
                    new Diagnostic(
                        tree.at(),
                        path,
                        what,
                        "use resolve, what-if, prove and check with it, and another policy to"
                            + " deploy")));
    KeyPath branches = tree.kind() == PolicyKind.IP_BASED ? path.key("locations") : path;
    for (PolicyTree.Branch branch : tree.branches()) {
      if (branch.target() instanceof PolicyTree.Target.ToPolicy below) {
        add(below.tree(), branches.key(branch.label()), problems);
      }
    }
  }

  /** Checked up to version 6.66 of the provider. */
  private static Optional<String> missing(PolicyTree tree) {
    return switch (tree.kind()) {
      case AZ_AFFINITY ->
          Optional.of("Terraform's AWS provider cannot create AZ affinity records yet");
      case SIMPLE, WEIGHTED, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, MULTIVALUE, IP_BASED ->
          Optional.empty();
    };
  }
}
