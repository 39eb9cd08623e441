package dev.meridian.terraform;

import java.util.List;

/**
 * The result of one Terraform run.
 *
 * @param exitCode 128 + n if signal n ended it
 * @param interrupted whether Meridian stopped it
 * @param diagnostics its errors and warnings in {@code -json} output
 * @param lastLines the end of its other output, without trailing empty lines
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

  /** The errors that it reported, in either form. */
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
