package dev.meridian.terraform;

import java.util.List;

/**
 * How a run of terraform ended.
 *
 * @param exitCode 128 + n where signal n ended it
 * @param interrupted whether we stopped it
 * @param diagnostics what it said through {@code -json}
 * @param lastLines the end of what it printed otherwise, without empty lines at the end
 */
record Finished(
    int exitCode, boolean interrupted, List<Diagnostic> diagnostics, List<String> lastLines) {
  private static final int SIGNAL = 128;

  Finished {
    diagnostics = List.copyOf(diagnostics);
    lastLines = List.copyOf(lastLines);
  }

  /** The errors it told, in either form. */
  List<Diagnostic> errors() {
    List<Diagnostic> errors =
        diagnostics.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList();
    return errors.isEmpty() ? Diagnostic.inPlainText(lastLines) : errors;
  }

  boolean killed() {
    return exitCode > SIGNAL;
  }

  int signal() {
    return exitCode - SIGNAL;
  }
}
