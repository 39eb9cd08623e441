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
record RunResult(
    int exitCode,
    boolean interrupted,
    List<TerraformDiagnostic> diagnostics,
    List<String> lastLines) {
  private static final int SIGNAL = 128;

  RunResult {
    diagnostics = List.copyOf(diagnostics);
    lastLines = List.copyOf(lastLines);
  }

  /** The errors it told, in either form. */
  List<TerraformDiagnostic> errors() {
    List<TerraformDiagnostic> errors =
        diagnostics.stream()
            .filter(d -> d.severity() == TerraformDiagnostic.Severity.ERROR)
            .toList();
    return errors.isEmpty() ? TerraformDiagnostic.inPlainText(lastLines) : errors;
  }

  boolean killed() {
    return exitCode > SIGNAL;
  }

  int signal() {
    return exitCode - SIGNAL;
  }
}
