package dev.meridian.stacks.output;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Stacks cannot be written to a folder, and nothing in it was changed. */
public final class OutputRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Diagnostic> diagnostics;

  /** With at least one problem. */
  public OutputRefused(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    this.diagnostics = new ArrayList<>(diagnostics);
  }

  static OutputRefused inUse(Path folder) {
    return new OutputRefused(
        List.of(
            new Diagnostic(
                SourceLocation.wholeFile(folder.toString()),
                "",
                "another command is writing stacks to this folder",
                "run the command again when the other one has finished, or name another folder with"
                    + " --output")));
  }

  /** What is wrong, and how to fix it; never empty. */
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}
