package dev.meridian.resolve;

import dev.meridian.model.RecordSet;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A record set that answers for its group, with the probability weight / total.
 *
 * @param next the reason of its target, for an alias or a CNAME within the zone
 */
public record ChosenRecord(RecordSet record, long weight, long total, @Nullable Reason next) {

  /** The probability within the group. */
  public BigFraction share() {
    return BigFraction.of(weight, total);
  }

  ChosenRecord with(Function<RecordSet, Optional<Reason>> onward) {
    Reason behind = next == null ? onward.apply(record).orElse(null) : next.behind(onward);
    return new ChosenRecord(record, weight, total, behind);
  }

  public Optional<Reason> behind() {
    return Optional.ofNullable(next);
  }
}
