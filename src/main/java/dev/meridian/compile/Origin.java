package dev.meridian.compile;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.SourceLocation;

/**
 * Where in the declaration a part of the plan comes from.
 *
 * @param path the way through the document, such as {@code names.api.weighted.eu-west-1}
 */
record Origin(SourceLocation at, KeyPath path) {

  Diagnostic problem(String what, String fix) {
    return new Diagnostic(at, path, what, fix);
  }

  Origin below(String key) {
    return new Origin(at, path.key(key));
  }
}
