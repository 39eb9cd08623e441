package dev.meridian.rehearse;

import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.model.HealthCheckConfig.Protocol;
import dev.meridian.model.Probing;
import java.util.Set;

/** Replaces a health check that the local AWS does not support with a probe. */
final class PlaceholderCheck {
  /** Reserved for documentation (RFC 5737). */
  private static final String ADDRESS = "192.0.2.1";

  private static final int PORT = 443;

  private PlaceholderCheck() {}

  static HealthCheckDeclaration of(HealthCheckDeclaration check) {
    HealthCheckDeclaration.Kind probe =
        new HealthCheckDeclaration.Kind.Probe(
            Protocol.TCP,
            ADDRESS,
            null,
            PORT,
            null,
            null,
            new Probing(Probing.STANDARD, Probing.DEFAULT_THRESHOLD, Set.of(), false),
            null);
    return new HealthCheckDeclaration(
        probe, check.name(), check.inverted(), check.disabled(), check.at());
  }
}
