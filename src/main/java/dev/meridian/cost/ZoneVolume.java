package dev.meridian.cost;

import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;

/**
 * A zone, and how many queries its names get.
 *
 * @param kind tells two zones of one deployment apart
 */
public record ZoneVolume(RoutingPlan plan, ZoneKind kind, QueryVolume volume) {
  /** What lines of a private zone next to a public one have after a name. */
  String suffix() {
    return kind == ZoneKind.PRIVATE ? " (private)" : "";
  }
}
