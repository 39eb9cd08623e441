package dev.meridian.compile;

import dev.meridian.declaration.LintId;
import dev.meridian.diagnostic.Diagnostic;

/**
 * Something Route 53 accepts but users regret.
 *
 * @param id for {@code silence} in the file
 */
public record LintWarning(LintId id, Diagnostic problem) {

  @Override
  public String toString() {
    return problem + "\n    silence: [" + id.id() + "]";
  }
}
