package dev.meridian.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A declaration that cannot be deployed. The message has a line for each problem, with its place,
 * and a line with its fix.
 */
public final class InvalidDeclaration extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> problems;

  /**
   * @param problems at least one
   */
  public InvalidDeclaration(List<Diagnostic> problems) {
    super(problems.stream().map(Diagnostic::toString).collect(Collectors.joining("\n", "\n", "")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a declaration without a problem is valid");
    }
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, in the order of the declaration. */
  public List<Diagnostic> problems() {
    return problems;
  }
}
