package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.NameDeclaration;

/** The rule {@code ramp-without-abort}. */
final class RampWithoutAbort implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (NameDeclaration name : plan.names()) {
      name.ramped()
          .filter(ramp -> ramp.abort().isEmpty())
          .ifPresent(
              ramp ->
                  plan.groupsOf(name)
                      .forEach(
                          group ->
                              report.add(
                                  new Subject.OfGroup(group),
                                  "the ramp to "
                                      + ramp.to()
                                      + " continues whatever fails, because no alarm aborts it",
                                  "add abort with an alarm for errors of " + ramp.to())));
    }
  }
}
