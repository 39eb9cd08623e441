package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Stops a command whose input has problems, before it writes anything. */
public final class BadInput extends Exception {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Diagnostic> problems;

  private final boolean severalZones;

  public BadInput(List<Diagnostic> problems) {
    this(problems, false);
  }

  private BadInput(List<Diagnostic> problems, boolean severalZones) {
    super(problems.size() + " problems", null, false, false);
    this.problems = new ArrayList<>(problems);
    this.severalZones = severalZones;
    this.problems.sort(Diagnostic.IN_FILE_ORDER);
  }

  /** Stops a command that reads one hosted zone, because several fit. */
  static BadInput severalZones(Diagnostic problem) {
    return new BadInput(List.of(problem), true);
  }

  /** Whether the only problem is that several hosted zones fit. */
  boolean isSeveralZones() {
    return severalZones;
  }

  public List<Diagnostic> problems() {
    return List.copyOf(problems);
  }
}
