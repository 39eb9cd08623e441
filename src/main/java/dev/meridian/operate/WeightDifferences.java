package dev.meridian.operate;

import dev.meridian.declaration.Adjustment;
import dev.meridian.model.RecordKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accepts adjusted weights that are within their bounds. */
final class WeightDifferences {
  private static final String WEIGHT = "weight";

  private WeightDifferences() {}

  /** The differences without those weights; other adjusted weights are compared with bounds. */
  static List<Difference> outside(
      Map<RecordKey, Adjustment.Bounds> adjusted, List<Difference> differences) {
    Map<String, Adjustment.Bounds> bounds = new HashMap<>();
    adjusted.forEach((key, one) -> bounds.put("record " + key, one));
    return differences.stream()
        .flatMap(
            one ->
                Optional.ofNullable(one.field().equals(WEIGHT) ? bounds.get(one.subject()) : null)
                    .map(limits -> outside(one, limits))
                    .orElse(Optional.of(one))
                    .stream())
        .toList();
  }

  private static Optional<Difference> outside(Difference difference, Adjustment.Bounds bounds) {
    boolean number = difference.found().matches("[0-9]{1,3}");
    if (number && bounds.contains(Integer.parseInt(difference.found()))) {
      return Optional.empty();
    }
    String range = bounds.minimum() + " to " + bounds.maximum();
    return Optional.of(new Difference(difference.subject(), WEIGHT, range, difference.found()));
  }
}
