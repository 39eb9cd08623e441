package dev.meridian.resolve;

import dev.meridian.model.PolicyKind;
import java.util.Arrays;

/**
 * The records of a group that answer one client in one state of health. The arrays are parallel.
 *
 * @param applicable the records that can answer the client, most preferred first
 * @param weights each one's share of {@code total}; 0 for those that do not answer
 * @param total 0 if no record answers
 * @param lastResort whether none is healthy, so that all count as healthy
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed, and lists are slower
record Selection(
    RecordGroup group, IndexedRecord[] applicable, long[] weights, long total, boolean lastResort) {

  /** The maximum number of records in a multivalue answer. */
  static final int MULTIVALUE_MOST = 8;

  /** Selects as docs/resolve.md describes for each policy. */
  static Selection of(RecordGroup group, Evaluation evaluation) {
    IndexedRecord[] applicable = evaluation.order().of(group);
    return switch (group.kind) {
      case WEIGHTED, MULTIVALUE -> several(group, applicable, evaluation);
      case SIMPLE, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, IP_BASED, AZ_AFFINITY ->
          first(group, applicable, evaluation);
    };
  }

  /** The first healthy record; if there is none, the first. A simple record always answers. */
  private static Selection first(
      RecordGroup group, IndexedRecord[] applicable, Evaluation evaluation) {
    long[] weights = new long[applicable.length];
    int chosen = 0;
    while (chosen < applicable.length && !evaluation.healthy(applicable[chosen])) {
      chosen++;
    }
    boolean lastResort = chosen == applicable.length;
    if (applicable.length > 0) {
      weights[lastResort ? 0 : chosen] = 1;
    }
    return new Selection(group, applicable, weights, applicable.length > 0 ? 1 : 0, lastResort);
  }

  /** All healthy records; if there are none, all records. */
  private static Selection several(
      RecordGroup group, IndexedRecord[] applicable, Evaluation evaluation) {
    boolean[] candidate = new boolean[applicable.length];
    boolean any = false;
    for (int i = 0; i < candidate.length; i++) {
      candidate[i] = evaluation.healthy(applicable[i]);
      any |= candidate[i];
    }
    if (!any) {
      Arrays.fill(candidate, true);
    }
    long[] weights = new long[applicable.length];
    long total =
        group.kind == PolicyKind.WEIGHTED
            ? byWeight(applicable, candidate, weights)
            : alike(candidate, weights);
    return new Selection(group, applicable, weights, total, !any);
  }

  private static long alike(boolean[] candidate, long[] weights) {
    long total = 0;
    for (int i = 0; i < candidate.length; i++) {
      if (candidate[i]) {
        weights[i] = 1;
        total++;
      }
    }
    return total;
  }

  /** Records of weight 0 answer, with equal shares, only if no candidate has a weight above 0. */
  private static long byWeight(IndexedRecord[] applicable, boolean[] candidate, long[] weights) {
    long total = 0;
    for (int i = 0; i < applicable.length; i++) {
      if (candidate[i]) {
        weights[i] = applicable[i].weight;
        total += weights[i];
      }
    }
    return total > 0 ? total : alike(candidate, weights);
  }

  /** Whether several records answer together instead of one of them. */
  boolean isTogether() {
    return group.kind == PolicyKind.MULTIVALUE && total > 0;
  }
}
