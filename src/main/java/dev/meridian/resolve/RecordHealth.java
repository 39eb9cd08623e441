package dev.meridian.resolve;

import dev.meridian.model.PolicyKind;
import java.util.BitSet;

/**
 * What a state of health means for each record by itself, whoever asks: its own check and, for an
 * AWS resource, the resource. Looked up once for all clients.
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

  /** Whether the record passes its own check, and its resource is well if that is evaluated. */
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
