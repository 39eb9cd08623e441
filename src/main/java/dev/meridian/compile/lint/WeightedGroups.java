package dev.meridian.compile.lint;

import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.List;

/** Which records of a weighted group have no weight. */
final class WeightedGroups {

  private WeightedGroups() {}

  static boolean isZero(RecordSet record) {
    return record.policy() instanceof RoutingPolicy.Weighted policy && policy.weight() == 0;
  }

  static boolean areAllZero(List<RecordSet> group) {
    return group.stream().allMatch(WeightedGroups::isZero);
  }
}
