package dev.meridian.aws;

import java.util.Map;

/**
 * Whose health checks belong to a zone, although no record uses them.
 *
 * @param tags the tags that they have, such as {@code Application}; empty for nobody's
 * @param others tags of health checks that belong to another zone of the same owner; empty for none
 */
public record HealthCheckOwner(Map<String, String> tags, Map<String, String> others) {
  /** Only health checks that records use belong to the zone. */
  public static final HealthCheckOwner NOBODY = new HealthCheckOwner(Map.of(), Map.of());

  public HealthCheckOwner {
    tags = Map.copyOf(tags);
    others = Map.copyOf(others);
  }

  boolean isKnown() {
    return !tags.isEmpty();
  }

  boolean owns(Map<String, String> found) {
    return isKnown()
        && found.entrySet().containsAll(tags.entrySet())
        && (others.isEmpty() || !found.entrySet().containsAll(others.entrySet()));
  }
}
