package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Stops a command whose input has problems, before it writes anything. */
public class BadInput extends Exception {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Diagnostic> problems;

  public BadInput(List<Diagnostic> problems) {
    super(problems.size() + " problems", null, false, false);
    this.problems = new ArrayList<>(problems);
    this.problems.sort(Diagnostic.IN_FILE_ORDER);
  }

  public List<Diagnostic> problems() {
    return List.copyOf(problems);
  }
}
