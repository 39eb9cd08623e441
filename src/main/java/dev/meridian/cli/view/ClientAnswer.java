package dev.meridian.cli.view;

import dev.meridian.declaration.DeclaredClient;
import dev.meridian.resolve.Resolution;

/** One client and its answer. */
public record ClientAnswer(DeclaredClient client, Resolution resolution) {

  /** Whether the client might get no answer. */
  public boolean fails() {
    return resolution.outcomes().stream().anyMatch(o -> o.result().endpoints().isEmpty());
  }
}
