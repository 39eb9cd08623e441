package dev.meridian.compile;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.model.RoutingPlan;
import java.util.List;

/**
 * What a deployment became.
 *
 * @param plan all of it where there are no problems, else the part that could be made
 * @param problems what Route 53 would refuse, in the order of the file
 * @param warnings what it accepts but users regret, without those the file silences
 */
public record CompiledPlan(
    RoutingPlan plan, List<Diagnostic> problems, List<LintWarning> warnings) {
  public CompiledPlan {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * The plan.
   *
   * @throws InvalidDeclaration with everything that Route 53 would refuse
   */
  public RoutingPlan orThrow() {
    if (!problems.isEmpty()) {
      throw new InvalidDeclaration(problems);
    }
    return plan;
  }
}
