package dev.meridian.cli;

import dev.meridian.cli.option.QueryContext;
import dev.meridian.declaration.ExpectedAnswer;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Whether an answer is the expected one.
 *
 * @param shares of the client's requests by endpoint, as answers contain it
 */
record ExpectationMatcher(QueryContext context, SortedMap<String, BigFraction> shares)
    implements ExpectedAnswer.Cases<Boolean> {

  @Override
  public Boolean nobody(ExpectedAnswer.Nobody answer) {
    return shares.isEmpty();
  }

  @Override
  public Boolean among(ExpectedAnswer.Among answer) {
    return isComplete() && byWord(answer.endpoints()).keySet().equals(set(answer.endpoints()));
  }

  @Override
  public Boolean shared(ExpectedAnswer.Shared answer) {
    SortedMap<String, BigFraction> expected = new TreeMap<>();
    long total = answer.weights().values().stream().mapToLong(Integer::longValue).sum();
    answer.weights().forEach((word, w) -> expected.put(word, BigFraction.of(w, total)));
    return byWord(expected.keySet()).equals(expected);
  }

  /** Whether every request is answered. */
  private boolean isComplete() {
    return shares.values().stream()
        .reduce(BigFraction.ZERO, BigFraction::add)
        .equals(BigFraction.ONE);
  }

  private static SortedSet<String> set(List<String> words) {
    return new TreeSet<>(words);
  }

  /** Shares by the expected names; other endpoints keep their own. */
  private SortedMap<String, BigFraction> byWord(Collection<String> words) {
    SortedMap<String, BigFraction> found = new TreeMap<>();
    shares.forEach(
        (endpoint, share) ->
            found.merge(
                words.stream()
                    .filter(word -> context.down(List.of(word)).endpoints().contains(endpoint))
                    .findFirst()
                    .orElse("other " + endpoint),
                share,
                BigFraction::add));
    return found;
  }
}
