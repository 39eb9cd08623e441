package dev.meridian.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /**
   * The exact part of the client's requests that each endpoint gets, as a client takes any one of
   * the values answered together; what gets no answer is not among them.
   */
  public SortedMap<String, BigFraction> shares() {
    SortedMap<String, BigFraction> shares = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      List<String> ends = Shares.ends(outcome.result());
      BigFraction each = outcome.probability().divide(ends.size());
      ends.stream()
          .filter(end -> !end.equals(Shares.NOBODY))
          .forEach(end -> shares.merge(end, each, BigFraction::add));
    }
    return shares;
  }

  /** The chance of each distinct answer, whichever record set gave it, in order of outcomes. */
  public Map<DnsResult, BigFraction> distribution() {
    Map<DnsResult, BigFraction> chances = new LinkedHashMap<>();
    outcomes.forEach(o -> chances.merge(o.result(), o.probability(), BigFraction::add));
    return chances;
  }
}
