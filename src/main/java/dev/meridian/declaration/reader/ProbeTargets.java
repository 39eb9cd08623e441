package dev.meridian.declaration.reader;

import dev.meridian.declaration.HealthCheckDeclaration.Kind;

/** What only a look into a probe tells. */
final class ProbeTargets {

  private ProbeTargets() {}

  /** Whether the kind is a probe that names no target of its own. */
  static boolean needsEndpoint(Kind kind) {
    return kind instanceof Kind.Probe probe && probe.host() == null && probe.address() == null;
  }
}
