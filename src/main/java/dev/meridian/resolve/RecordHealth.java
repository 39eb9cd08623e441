package dev.meridian.resolve;

import dev.meridian.model.PolicyKind;
import java.util.BitSet;

/**
 * The health of each record on its own in one state of health: its own health check and, for an
 * alias to an AWS resource, the resource. It is the same for all clients, and computed once.
 */
public final class RecordHealth {
  private final HealthState health;
  private final boolean simpleChecksIgnored;
  private final BitSet judged = new BitSet();
  private final BitSet passing = new BitSet();

  RecordHealth(HealthState health, Interpretation interpretation) {
    this.health = health;
    this.simpleChecksIgnored =
        interpretation.has(Interpretation.Reading.SIMPLE_RECORD_CHECK_IGNORED);
  }

  /**
   * Whether the record's own health check passes, and its resource is healthy if that is evaluated.
   */
  boolean passes(IndexedRecord member) {
    if (!judged.get(member.number)) {
      judged.set(member.number);
      boolean resourceFails =
          member.evaluatesTarget && member.resource != null && !health.resource(member.resource);
      passing.set(member.number, checkPasses(member) && !resourceFails);
    }
    return passing.get(member.number);
  }

  boolean checkPasses(IndexedRecord member) {
    return member.check == null
        || health.check(member.check)
        || (simpleChecksIgnored && member.record.policy().kind() == PolicyKind.SIMPLE);
  }
}
