package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import dev.meridian.model.RoutingPlan;
import java.util.List;

/**
 * A deployment as it can be rehearsed.
 *
 * @param notes what is not as declared, in words
 */
public record Rehearsable(Deployment deployment, RoutingPlan plan, List<String> notes) {
  public Rehearsable {
    notes = List.copyOf(notes);
  }
}
