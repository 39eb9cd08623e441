package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Switches;

/** The rule {@code switch-always-refused}. */
final class SwitchAlwaysRefused implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    plan.deployment().map(Deployment::switches).ifPresent(switches -> check(switches, report));
  }

  private static void check(Switches switches, Report report) {
    int regions = switches.regions().size();
    if (regions > 0 && switches.atLeast() == regions) {
      report.add(
          new Subject.OfHealthCheck(Switches.checkOf(switches.regions().get(0))),
          "no region can be taken out of service, because "
              + switches.atLeast()
              + " of "
              + regions
              + " must stay in service",
          regions == 1
              ? "give another region a switch, too"
              : "write at-least: " + (regions - 1) + ", or less");
    }
  }
}
