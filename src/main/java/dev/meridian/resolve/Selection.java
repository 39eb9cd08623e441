package dev.meridian.resolve;

import dev.meridian.model.PolicyKind;

/**
 * Which of a group's records answer one client in one state of health. The arrays are parallel and
 * belong to this object.
 *
 * @param applicable the records that can ever answer the client, most preferred first
 * @param healthy whether each of them is healthy
 * @param weights each one's share of {@code total}; 0 for those that do not answer
 * @param total 0 where nobody answers
 * @param lastResort whether none is healthy, so that all count as healthy
 */
record Selection(
    Group group,
    Member[] applicable,
    boolean[] healthy,
    long[] weights,
    long total,
    boolean lastResort) {

  /** How many records a multivalue answer holds at most. */
  static final int MULTIVALUE_MOST = 8;

  /** Selects by the table in section 2.3 of Route 53's documented policies. */
  static Selection of(Group group, Evaluation evaluation) {
    Member[] applicable = evaluation.order().of(group);
    boolean[] healthy = new boolean[applicable.length];
    boolean any = false;
    for (int i = 0; i < healthy.length; i++) {
      healthy[i] = evaluation.healthy(applicable[i]);
      any |= healthy[i];
    }
    long[] weights = new long[applicable.length];
    long total =
        switch (group.kind) {
          case WEIGHTED -> byWeight(applicable, healthy, any, weights);
          case MULTIVALUE -> alike(healthy, any, weights);
          case SIMPLE, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, IP_BASED ->
              first(healthy, any && group.kind != PolicyKind.SIMPLE, weights);
        };
    return new Selection(group, applicable, healthy, weights, total, !any);
  }

  private static long first(boolean[] healthy, boolean any, long[] weights) {
    for (int i = 0; i < healthy.length; i++) {
      if (healthy[i] || !any) {
        weights[i] = 1;
        return 1;
      }
    }
    return 0;
  }

  private static long alike(boolean[] healthy, boolean any, long[] weights) {
    long total = 0;
    for (int i = 0; i < healthy.length; i++) {
      if (healthy[i] || !any) {
        weights[i] = 1;
        total++;
      }
    }
    return total;
  }

  /** Records of weight 0 answer, all alike, only where no candidate has a weight. */
  private static long byWeight(
      Member[] applicable, boolean[] healthy, boolean any, long[] weights) {
    long total = 0;
    for (int i = 0; i < applicable.length; i++) {
      if (healthy[i] || !any) {
        weights[i] = applicable[i].weight;
        total += weights[i];
      }
    }
    return total > 0 ? total : alike(healthy, any, weights);
  }

  /** Whether several records answer together instead of one of them. */
  boolean isTogether() {
    return group.kind == PolicyKind.MULTIVALUE && total > 0;
  }
}
