package dev.meridian.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * All answers that a client can get, and why.
 *
 * @param outcomes one per record set that can give the answer; the probabilities add up to 1
 */
public record Resolution(Question question, List<Outcome> outcomes, Reason reason) {

  public Resolution {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * The exact share of the client's requests that each endpoint gets. A client uses any one of the
   * values that are answered together. Requests without an answer are not included.
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

  /**
   * The probability of each distinct answer, from all record sets that give it, in order of
   * outcomes.
   */
  public Map<DnsResult, BigFraction> distribution() {
    Map<DnsResult, BigFraction> chances = new LinkedHashMap<>();
    outcomes.forEach(o -> chances.merge(o.result(), o.probability(), BigFraction::add));
    return chances;
  }
}
