package dev.meridian.config;

import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;

/** YAML that cannot be read on from here. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Unreadable(Source at, String what, String fix) {
    super(what);
    this.problem = new Problem(at, "", what, fix);
  }

  Problem problem() {
    return problem;
  }
}
