package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.AcceleratorDeclaration;
import dev.meridian.declaration.AcceleratorDeclaration.EndpointGroup;
import java.util.stream.Collectors;

/** The rule {@code accelerator-weight-zero}. */
final class AcceleratorWeightZero implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    plan.deployment()
        .ifPresent(
            deployment -> deployment.accelerators().values().forEach(one -> check(one, report)));
  }

  private static void check(AcceleratorDeclaration accelerator, Report report) {
    String off =
        accelerator.groups().values().stream()
            .filter(group -> group.weight() == 0)
            .map(EndpointGroup::region)
            .collect(Collectors.joining(", "));
    if (!off.isEmpty()) {
      report.add(
          new Subject.OfAccelerator(accelerator.name()),
          "with weight 0, " + off + " gets no traffic, not even if all other regions fail",
          "write dial: 0 for a region that only takes over, or remove the region");
    }
  }
}
