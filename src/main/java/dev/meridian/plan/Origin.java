package dev.meridian.plan;

import dev.meridian.problem.KeyPath;
import dev.meridian.problem.Problem;
import dev.meridian.problem.Source;

/**
 * Where in the declaration a part of the plan comes from.
 *
 * @param path the way through the document, such as {@code names.api.weighted.eu-west-1}
 */
record Origin(Source at, KeyPath path) {

  Problem problem(String what, String fix) {
    return new Problem(at, path, what, fix);
  }

  Origin below(String key) {
    return new Origin(at, path.key(key));
  }
}
