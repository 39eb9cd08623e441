package dev.meridian.declaration.reader;

import dev.meridian.declaration.HealthCheckDeclaration.Kind;

/** Whether a health check has a target of its own. */
final class ProbeTargets {

  private ProbeTargets() {}

  /** Whether the check is a probe without a host or an address of its own. */
  static boolean needsEndpoint(Kind kind) {
    return kind instanceof Kind.Probe probe && probe.host() == null && probe.address() == null;
  }
}
