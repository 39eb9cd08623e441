package dev.meridian.compile;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.EndpointDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.PolicyTree.Target;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks every {@code was}: a name that is still declared has not been given up, and only one can
 * have succeeded it.
 */
final class EarlierNameCheck {
  private final PlanBuilder builder;

  private EarlierNameCheck(PlanBuilder builder) {
    this.builder = builder;
  }

  static void check(Deployment deployment, PlanBuilder builder) {
    EarlierNameCheck check = new EarlierNameCheck(builder);
    check.endpoints(deployment);
    check.healthChecks(deployment.healthChecks());
    deployment.names().forEach(check::name);
  }

  /** The names of one kind, each of which only one can have had. */
  private final class Claims {
    private final String kind;
    private final Map<String, String> claimed = new HashMap<>();

    /**
     * @param kind such as {@code branch}
     */
    Claims(String kind) {
      this.kind = kind;
    }

    /**
     * @param now the present names of what says {@code was}; it must differ from one of them
     * @param others the names of all others of its kind
     */
    void check(EarlierName was, KeyPath path, Set<String> now, Set<String> others) {
      Origin origin = new Origin(was.at(), path.key("was"));
      if (now.equals(Set.of(was.text()))) {
        builder.problem(origin, "the " + kind + " is still called " + was.text(), "remove was");
      } else if (others.contains(was.text())) {
        builder.problem(
            origin,
            "the " + kind + " " + was.text() + " is still declared",
            "remove was, or remove the " + kind + " " + was.text());
      } else {
        String other = claimed.putIfAbsent(was.text(), path.text());
        if (other != null) {
          builder.problem(
              origin,
              other + " already says that it was " + was.text(),
              "keep was at the one that continues " + was.text());
        }
      }
    }
  }

  private void endpoints(Deployment deployment) {
    Claims claims = new Claims("endpoint");
    Set<String> all = new TreeSet<>(deployment.regions().keySet());
    all.addAll(deployment.endpoints().keySet());
    for (EndpointDeclaration endpoint : deployment.endpoints().values()) {
      KeyPath path = KeyPath.of("endpoints", endpoint.name());
      endpoint
          .earlierName()
          .ifPresent(was -> claims.check(was, path, Set.of(endpoint.name()), all));
    }
  }

  private void healthChecks(Map<String, HealthCheckDeclaration> checks) {
    Claims claims = new Claims("health check");
    Set<String> ids = new TreeSet<>();
    checks.forEach((name, check) -> ids.add(check.nameOr(name)));
    checks.forEach(
        (name, check) ->
            check
                .earlierName()
                .ifPresent(
                    was ->
                        claims.check(
                            was,
                            KeyPath.of("health-checks", name),
                            Set.of(check.nameOr(name)),
                            ids)));
  }

  private void name(NameDeclaration name) {
    tree(TreePosition.top(name, RecordType.A), name.policy());
  }

  private void tree(TreePosition position, PolicyTree tree) {
    Claims claims = new Claims("branch");
    for (Branch branch : tree.branches()) {
      branch
          .record()
          .earlierName()
          .ifPresent(
              was ->
                  claims.check(
                      was,
                      position.origin(tree, branch).path(),
                      now(branch),
                      others(tree, branch)));
      if (branch.target() instanceof Target.ToPolicy below
          && tree.kind() != PolicyKind.MULTIVALUE) {
        tree(position.below(tree, branch, position.group().name(), List.of()), below.tree());
      }
    }
  }

  private static Set<String> now(Branch branch) {
    return Set.copyOf(List.of(branch.label(), branch.identifier()));
  }

  private static Set<String> others(PolicyTree tree, Branch branch) {
    Set<String> names = new TreeSet<>();
    tree.branches().stream()
        .filter(other -> !other.label().equals(branch.label()))
        .map(EarlierNameCheck::now)
        .forEach(names::addAll);
    return names;
  }
}
