package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One AWS region with a stack of its own; its code is also the name of an endpoint.
 *
 * @param site what stands there, the region's own settings already laid over the common ones
 * @param healthCheck how the region's load balancer is checked
 * @param pinned the outputs that stand in for the region's state; null where that is read
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
