package dev.meridian.cli.option;

import dev.meridian.diagnostic.Diagnostic;
import java.util.List;

/** Stops a command that reads one hosted zone, because several fit. */
final class SeveralZones extends BadInput {
  private static final long serialVersionUID = 1L;

  SeveralZones(Diagnostic problem) {
    super(List.of(problem));
  }
}
