package dev.meridian.plan.lint;

import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** Which records of a weighted group have no weight. */
final class Weights {

  private Weights() {}

  static boolean isZero(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.Weighted policy && policy.weight() == 0;
  }

  static boolean areAllZero(List<RecordSet> group) {
    return group.stream().allMatch(Weights::isZero);
  }
}
