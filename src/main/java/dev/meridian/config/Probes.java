package dev.meridian.config;

import dev.meridian.config.HealthCheckDeclaration.Kind;

/** What only a look into a probe tells. */
final class Probes {

  private Probes() {}

  /** Whether the kind is a probe that names no target of its own. */
  static boolean needsEndpoint(Kind kind) {
    return kind instanceof Kind.Probe probe && probe.host() == null && probe.address() == null;
  }
}
