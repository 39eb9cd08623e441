package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.AcceleratorDeclaration;

/** The rule {@code accelerator-dials-all-zero}. */
final class AcceleratorDialsAllZero implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    plan.deployment()
        .ifPresent(
            deployment -> deployment.accelerators().values().forEach(one -> check(one, report)));
  }

  private static void check(AcceleratorDeclaration accelerator, Report report) {
    if (accelerator.groups().values().stream().allMatch(group -> group.dial() == 0)) {
      report.add(
          new Subject.OfAccelerator(accelerator.name()),
          "every region has the traffic dial 0, so no region is meant to get traffic",
          "give at least one region a dial, or remove the accelerator");
    }
  }
}
