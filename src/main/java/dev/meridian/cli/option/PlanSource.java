package dev.meridian.cli.option;

import dev.meridian.model.RecordKey;
import java.util.Map;
import java.util.Set;

/**
 * What a routing plan was read from, and so what it says about the rest of its zone.
 *
 * @param deleted the record sets that a Terraform plan deletes; otherwise empty
 * @param healthCheckIds Route 53's IDs of health checks by the plan's, as far as they are known
 */
public record PlanSource(Kind kind, Set<RecordKey> deleted, Map<String, String> healthCheckIds) {
  static final PlanSource DECLARATION = new PlanSource(Kind.DECLARATION, Set.of(), Map.of());
  static final PlanSource STATE = new PlanSource(Kind.STATE, Set.of(), Map.of());

  /** Kinds of sources. */
  public enum Kind {
    /** A declaration: what the stacks manage. */
    DECLARATION,
    /** A Terraform plan: what its configuration manages after apply. */
    PLAN,
    /** A Terraform state: what it manages now. */
    STATE,
    /** A zone in AWS: all that it contains. */
    LIVE
  }

  public PlanSource {
    deleted = Set.copyOf(deleted);
    healthCheckIds = Map.copyOf(healthCheckIds);
  }
}
