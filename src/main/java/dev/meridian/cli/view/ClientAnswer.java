package dev.meridian.cli.view;

import dev.meridian.declaration.DeclaredClient;
import dev.meridian.resolve.Resolution;

/** One client and what it is answered. */
public record ClientAnswer(DeclaredClient client, Resolution resolution) {

  /** Whether some of its questions are left without an answer. */
  public boolean fails() {
    return resolution.outcomes().stream().anyMatch(o -> o.result().endpoints().isEmpty());
  }
}
