package dev.meridian.cli;

import dev.meridian.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Ends a command whose input has problems, before it has written anything. */
final class BadInput extends Exception {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Problem> problems;

  BadInput(List<Problem> problems) {
    super(problems.size() + " problems", null, false, false);
    this.problems = new ArrayList<>(problems);
    this.problems.sort(Problem.IN_FILE_ORDER);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
