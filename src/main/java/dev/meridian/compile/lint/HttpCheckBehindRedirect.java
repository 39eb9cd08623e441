package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.Endpoint;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** The rule {@code http-check-behind-redirect}. */
final class HttpCheckBehindRedirect implements LintRule {
  private static final int HTTP = 80;

  @Override
  public void check(LintContext plan, Report report) {
    Optional<Deployment> deployment = plan.deployment();
    for (HealthCheck check : plan.plan().healthChecks()) {
      if (deployment.filter(declared -> isRedirected(declared, check)).isPresent()) {
        report.add(
            new Subject.OfHealthCheck(check.id()),
            "with a certificate, port 80 only redirects, which is healthy whatever the servers do",
            "write protocol: HTTPS for this health check");
      }
    }
  }

  private static boolean isRedirected(Deployment deployment, HealthCheck check) {
    return check.config() instanceof Endpoint endpoint
        && endpoint.protocol() == Protocol.HTTP
        && endpoint.port() == HTTP
        && endpoint.destination().host() instanceof Value.Output host
        && regions(deployment, host.source())
            .flatMap(code -> deployment.region(code).stream())
            .anyMatch(region -> region.site().certificate().isPresent());
  }

  /** A region itself, or the regions behind an accelerator. */
  private static Stream<String> regions(Deployment deployment, String endpoint) {
    AcceleratorDeclaration accelerator = deployment.accelerators().get(endpoint);
    return accelerator == null ? Stream.of(endpoint) : accelerator.served().stream();
  }
}
