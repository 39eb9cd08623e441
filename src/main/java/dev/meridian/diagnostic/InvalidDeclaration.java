package dev.meridian.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A declaration that cannot be deployed. The message has a line for each problem, with its place,
 * and a line with its fix.
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
      throw new IllegalArgumentException("a declaration without a problem is valid");
    }
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Everything that is wrong, in the order of the declaration. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
