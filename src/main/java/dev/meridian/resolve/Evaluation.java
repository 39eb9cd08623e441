package dev.meridian.resolve;

import dev.meridian.model.PolicyKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The health of each record and the selection of each group, for one client in one state of health.
 * Each is computed once, on first use.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html">How
 *     Route 53 chooses records</a>
 */
public final class Evaluation {
  private final CandidateOrder order;
  private final RecordHealth recordHealth;
  private final BitSet judged = new BitSet();
  private final BitSet good = new BitSet();
  private final IdentityHashMap<RecordGroup, Selection> selections = new IdentityHashMap<>();

  public Evaluation(CandidateOrder order, HealthState health) {
    this(order, new RecordHealth(health, order.interpretation));
  }

  /** One of several evaluations in the same state of health. */
  public Evaluation(CandidateOrder order, RecordHealth recordHealth) {
    this.order = order;
    this.recordHealth = recordHealth;
  }

  CandidateOrder order() {
    return order;
  }

  Selection selection(RecordGroup group) {
    Selection found = selections.get(group);
    if (found == null) {
      found = Selection.of(group, this);
      selections.put(group, found);
    }
    return found;
  }

  /** The group's records that answer, aliases included; empty if no record does. */
  public List<IndexedRecord> answering(RecordGroup group) {
    Selection selection = selection(group);
    List<IndexedRecord> answering = new ArrayList<>();
    for (int i = 0; i < selection.weights().length; i++) {
      if (selection.weights()[i] > 0) {
        answering.add(selection.applicable()[i]);
      }
    }
    return answering;
  }

  /**
   * A record is healthy if its own health check passes and, if it is an alias that evaluates target
   * health, its target is healthy.
   */
  boolean healthy(IndexedRecord member) {
    if (!member.evaluatesTarget || member.resource != null) {
      return recordHealth.passes(member);
    }
    if (!judged.get(member.number)) {
      RecordGroup target = member.target();
      boolean healthy = recordHealth.passes(member) && target != null && groupHealthy(target);
      good.set(member.number, healthy);
      judged.set(member.number);
    }
    return good.get(member.number);
  }

  /** Marks the numbers of all records that answered so far, including aliases. */
  public void markAnswering(BitSet numbers) {
    for (Selection selection : selections.values()) {
      for (int i = 0; i < selection.weights().length; i++) {
        if (selection.weights()[i] > 0) {
          numbers.set(selection.applicable()[i].number);
        }
      }
    }
  }

  boolean checkPasses(IndexedRecord member) {
    return recordHealth.checkPasses(member);
  }

  private boolean groupHealthy(RecordGroup group) {
    IndexedRecord[] counted = group.isLocated() && all() ? group.members : order.of(group);
    for (IndexedRecord member : counted) {
      if (countsForAlias(group, member) && healthy(member)) {
        return true;
      }
    }
    return false;
  }

  private boolean all() {
    return order.interpretation.has(Interpretation.Reading.LOCATED_GROUP_ALL_RECORDS);
  }

  private boolean countsForAlias(RecordGroup group, IndexedRecord member) {
    boolean standby =
        group.kind == PolicyKind.WEIGHTED && member.weight == 0 && !group.isWeightless();
    return !(standby
        && order.interpretation.has(Interpretation.Reading.ZERO_WEIGHT_GROUP_UNHEALTHY));
  }
}
