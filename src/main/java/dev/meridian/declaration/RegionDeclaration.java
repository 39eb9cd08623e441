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
 * @param scheme which of its load balancers names answer with
 */
public record RegionDeclaration(
    String code,
    Site site,
    HealthCheckReference healthCheck,
    @Nullable PinnedOutputs pinned,
    Scheme scheme,
    SourceLocation at) {

  /** Whose requests a load balancer takes, as Elastic Load Balancing calls it. */
  public enum Scheme {
    /** Requests from the internet. */
    INTERNET_FACING,
    /** Requests from VPCs, to private addresses. */
    INTERNAL
  }

  /** A region whose endpoint is its public load balancer. */
  public RegionDeclaration(
      String code,
      Site site,
      HealthCheckReference healthCheck,
      @Nullable PinnedOutputs pinned,
      SourceLocation at) {
    this(code, site, healthCheck, pinned, Scheme.INTERNET_FACING, at);
  }

  /** The same region with its internal load balancer as the endpoint. */
  RegionDeclaration internal(HealthCheckReference check) {
    return new RegionDeclaration(code, site, check, pinned, Scheme.INTERNAL, at);
  }

  public Optional<PinnedOutputs> pinnedOutputs() {
    return Optional.ofNullable(pinned);
  }
}
