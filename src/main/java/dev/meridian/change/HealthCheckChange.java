package dev.meridian.change;

import dev.meridian.model.HealthCheck;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the health check of one resource.
 *
 * @param address of the Terraform resource
 * @param id of the health check in routing plans; the same before and after
 * @param before null if there is none, or if it could not be read
 * @param after null if there is none, or if it could not be read
 */
public record HealthCheckChange(
    String address,
    Action action,
    String id,
    @Nullable HealthCheck before,
    @Nullable HealthCheck after) {

  /** The health check before the change, if there is one and it was read. */
  public Optional<HealthCheck> earlier() {
    return Optional.ofNullable(before);
  }

  /** The health check after the change, if there is one and it was read. */
  public Optional<HealthCheck> later() {
    return Optional.ofNullable(after);
  }
}
