package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.output.AcceleratorOutput;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.Endpoint;

/** The rule {@code accelerator-check-port}. */
final class AcceleratorCheckPort implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    plan.deployment()
        .ifPresent(
            deployment ->
                plan.plan().healthChecks().forEach(check -> check(deployment, check, report)));
  }

  private static void check(Deployment deployment, HealthCheck check, Report report) {
    for (AcceleratorDeclaration accelerator : deployment.accelerators().values()) {
      if (check.config() instanceof Endpoint probe
          && probe.destination().host() != null
          && AcceleratorOutput.DNS_NAME.of(accelerator.name()).equals(probe.destination().host())
          && accelerator.listeners().stream()
              .noneMatch(one -> one.ports().contains(probe.port()))) {
        report.add(
            new Subject.OfHealthCheck(check.id()),
            "the accelerator "
                + accelerator.name()
                + " has no listener on port "
                + probe.port()
                + ", so this health check always fails",
            "probe a port of its listeners, or add the port to a listener");
      }
    }
  }
}
