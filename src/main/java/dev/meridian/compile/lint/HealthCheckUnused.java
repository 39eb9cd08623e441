package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration.Kind.Probe;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Target;
import java.util.HashSet;
import java.util.Set;

/** The rule {@code health-check-unused}. */
final class HealthCheckUnused implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    plan.deployment().ifPresent(deployment -> check(deployment, report));
  }

  private static void check(Deployment deployment, Report report) {
    Set<String> used = new HashSet<>();
    deployment.regions().values().forEach(region -> add(region.healthCheck(), used));
    deployment.endpoints().values().forEach(endpoint -> add(endpoint.healthCheck(), used));
    deployment.accelerators().values().forEach(one -> add(one.healthCheck(), used));
    deployment.names().forEach(name -> add(name.policy(), used));
    deployment
        .healthChecks()
        .forEach(
            (name, check) -> {
              if (needsEndpoint(check) && !used.contains(name)) {
                report.add(
                    new Subject.OfHealthCheck(check.nameOr(name)),
                    "has no host of its own, and no endpoint uses it, so it is not created",
                    "give it a host, name it as an endpoint's health-check, or remove it");
              }
            });
  }

  private static boolean needsEndpoint(HealthCheckDeclaration check) {
    return check.kind() instanceof Probe probe && probe.host() == null && probe.address() == null;
  }

  private static void add(PolicyTree tree, Set<String> used) {
    for (PolicyTree.Branch branch : tree.branches()) {
      add(branch.healthCheck(), used);
      if (branch.target() instanceof Target.ToPolicy below) {
        add(below.tree(), used);
      }
    }
  }

  private static void add(HealthCheckReference reference, Set<String> used) {
    if (reference instanceof HealthCheckReference.Named named) {
      used.add(named.name());
    }
  }
}
