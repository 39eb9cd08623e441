package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.Endpoint;

/** Tells {@code few-checker-regions}. */
final class FewCheckerRegions implements LintRule {
  /** One of six regions has 17 % of the checkers; with above 18 % an endpoint is healthy. */
  private static final int ENOUGH = 6;

  @Override
  public void check(LintContext plan, Report report) {
    for (HealthCheck check : plan.plan().healthChecks()) {
      if (check.config() instanceof Endpoint endpoint) {
        int regions = endpoint.probing().regions().size();
        if (regions > 0 && regions < ENOUGH) {
          report.add(
              new Subject.OfHealthCheck(check.id()),
              "one of its "
                  + regions
                  + " checker regions alone, more than 18 % of the checkers, can keep a dead"
                  + " endpoint healthy",
              "name six regions or more, or leave regions out for all eight");
        }
      }
    }
  }
}
