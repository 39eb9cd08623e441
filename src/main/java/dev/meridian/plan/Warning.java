package dev.meridian.plan;

import dev.meridian.config.LintId;
import dev.meridian.problem.Problem;

/**
 * Something Route 53 accepts but users regret.
 *
 * @param id what {@code silence} in the file takes
 */
public record Warning(LintId id, Problem problem) {

  @Override
  public String toString() {
    return problem + "\n    silence: [" + id.id() + "]";
  }
}
