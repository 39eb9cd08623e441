package dev.meridian.compile.lint;

import dev.meridian.compile.rule.Subject;
import dev.meridian.declaration.Adjustment;
import dev.meridian.declaration.NameDeclaration;
import java.util.Map;
import java.util.stream.Collectors;

/** The rule {@code adjust-minimum-zero}. */
final class AdjustMinimumZero implements LintRule {
  @Override
  public void check(LintContext plan, Report report) {
    for (NameDeclaration name : plan.names()) {
      name.adjusted()
          .map(AdjustMinimumZero::zeros)
          .filter(labels -> !labels.isEmpty())
          .ifPresent(
              labels ->
                  plan.groupsOf(name)
                      .forEach(
                          group ->
                              report.add(
                                  new Subject.OfGroup(group),
                                  "with the minimum 0, "
                                      + labels
                                      + " can lose all requests, and without requests nothing"
                                      + " measures whether it is well again",
                                  "use a minimum such as 5")));
    }
  }

  private static String zeros(Adjustment adjustment) {
    return adjustment.bounds().entrySet().stream()
        .filter(one -> one.getValue().minimum() == 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}
