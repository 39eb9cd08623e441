package dev.meridian.operate;

import dev.meridian.declaration.AllowedWeights;
import dev.meridian.model.RecordKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accepts the weights that a function can set. */
final class WeightDifferences {
  private static final String WEIGHT = "weight";

  private WeightDifferences() {}

  /**
   * The differences without those weights; other adjusted weights are compared with what is
   * allowed.
   */
  static List<Difference> outside(
      Map<RecordKey, AllowedWeights> adjusted, List<Difference> differences) {
    Map<String, AllowedWeights> allowed = new HashMap<>();
    adjusted.forEach((key, one) -> allowed.put("record " + key, one));
    return differences.stream()
        .flatMap(
            one ->
                Optional.ofNullable(one.field().equals(WEIGHT) ? allowed.get(one.subject()) : null)
                    .map(weights -> outside(one, weights))
                    .orElse(Optional.of(one))
                    .stream())
        .toList();
  }

  private static Optional<Difference> outside(Difference difference, AllowedWeights allowed) {
    boolean number = difference.found().matches("[0-9]{1,3}");
    if (number && allowed.contains(Integer.parseInt(difference.found()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(difference.subject(), WEIGHT, allowed.toString(), difference.found()));
  }
}
