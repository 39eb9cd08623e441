package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One AWS region with its own stack. Its code is also the name of an endpoint.
 *
 * @param site the region's resources; its own settings already override the common ones
 * @param healthCheck the health check of the region's load balancer
 * @param pinned the outputs that replace the region's state; null to read the state
 */
public record RegionDeclaration(
    String code,
    Site site,
    HealthCheckReference healthCheck,
    @Nullable PinnedOutputs pinned,
    SourceLocation at) {

  public Optional<PinnedOutputs> pinnedOutputs() {
    return Optional.ofNullable(pinned);
  }
}
