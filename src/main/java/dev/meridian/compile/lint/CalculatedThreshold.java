package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.Calculated;

/** The rule {@code calculated-threshold}. */
final class CalculatedThreshold implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (HealthCheck check : plan.plan().healthChecks()) {
      if (check.config() instanceof Calculated calculated) {
        int children = calculated.children().size();
        if (calculated.threshold() == 0 || calculated.threshold() > children) {
          report.add(
              new Subject.OfHealthCheck(check.id()),
              "wants "
                  + calculated.threshold()
                  + " of "
                  + children
                  + " healthy, and so is always "
                  + (calculated.threshold() == 0 ? "healthy" : "unhealthy"),
              "write a threshold from 1 to " + children);
        }
      }
    }
  }
}
