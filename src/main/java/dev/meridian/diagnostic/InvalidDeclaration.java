package dev.meridian.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown for a declaration that cannot be deployed. The message has two lines for each problem: the
 * problem with its location, and a fix.
 */
public final class InvalidDeclaration extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> diagnostics;

  /**
   * @param diagnostics at least one
   */
  public InvalidDeclaration(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n", "\n", "")));
    if (diagnostics.isEmpty()) {
      throw new IllegalArgumentException("a declaration without problems is valid");
    }
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** All problems, in the order of the declaration. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
