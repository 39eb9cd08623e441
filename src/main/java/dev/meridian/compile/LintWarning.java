package dev.meridian.compile;

import dev.meridian.declaration.LintId;
import dev.meridian.diagnostic.Diagnostic;

/**
 * Something Route 53 accepts but users regret.
 *
 * @param id what {@code silence} in the file takes
 */
public record LintWarning(LintId id, Diagnostic problem) {

  @Override
  public String toString() {
    return problem + "\n    silence: [" + id.id() + "]";
  }
}
