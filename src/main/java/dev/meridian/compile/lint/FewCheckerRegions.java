package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.Endpoint;

/** The rule {@code few-checker-regions}. */
final class FewCheckerRegions implements LintRule {
  /**
   * One of six regions has 17 % of the checkers; an endpoint is healthy if more than 18 % agree.
   */
  private static final int ENOUGH = 6;

  @Override
  public void check(LintContext plan, Report report) {
    for (HealthCheck check : plan.plan().healthChecks()) {
      if (check.config() instanceof Endpoint endpoint) {
        int regions = endpoint.probing().regions().size();
        if (regions > 0 && regions < ENOUGH) {
          report.add(
              new Subject.OfHealthCheck(check.id()),
              "a single one of its "
                  + regions
                  + " checker regions has more than 18 % of the checkers, and can keep a dead"
                  + " endpoint healthy",
              "name at least six regions, or remove regions to use all eight");
        }
      }
    }
  }
}
