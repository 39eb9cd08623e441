package dev.meridian.cli;

import dev.meridian.config.DeclaredClient;
import dev.meridian.resolve.Resolution;

/** One client and what it is answered. */
record Answered(DeclaredClient client, Resolution resolution) {

  /** Whether some of its questions are left without an answer. */
  boolean fails() {
    return resolution.outcomes().stream().anyMatch(o -> o.ending().endpoints().isEmpty());
  }
}
