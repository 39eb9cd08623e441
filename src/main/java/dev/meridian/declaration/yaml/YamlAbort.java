package dev.meridian.declaration.yaml;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;

/** A problem after which the rest of the YAML document cannot be read. */
final class YamlAbort extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  YamlAbort(SourceLocation at, String what, String fix) {
    super(what);
    this.diagnostic = new Diagnostic(at, "", what, fix);
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
