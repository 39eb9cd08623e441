package dev.meridian.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Everything a client may be answered with, and why.
 *
 * @param outcomes one or more, whose probabilities sum to 1; one a record set that may end the way
 */
public record Resolution(Question question, List<Outcome> outcomes, Reason reason) {

  public Resolution {
    outcomes = List.copyOf(outcomes);
  }

  /** The chance of each distinct answer, whichever record set gave it, in order of outcomes. */
  public Map<Ending, BigFraction> distribution() {
    Map<Ending, BigFraction> chances = new LinkedHashMap<>();
    outcomes.forEach(o -> chances.merge(o.ending(), o.probability(), BigFraction::add));
    return chances;
  }
}
