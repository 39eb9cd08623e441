package dev.meridian.resolve;

import dev.meridian.model.RecordSet;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers that a client can get.
 *
 * @param probability above 0, at most 1; exact
 * @param cnames the CNAMEs that were followed, in order
 * @param record the record set that gave the answer; null if none or several did
 */
public record Outcome(
    BigFraction probability, List<Cname> cnames, DnsResult result, @Nullable RecordSet record) {

  public Outcome {
    cnames = List.copyOf(cnames);
  }

  /** The only answer that clients can get; no single record set gives it. */
  static Outcome certain(DnsResult result) {
    return new Outcome(BigFraction.ONE, List.of(), result, null);
  }

  /**
   * This outcome if it is the end of a CNAME.
   *
   * @param first the outcome with the CNAME {@code link}
   */
  Outcome after(Outcome first, Cname link) {
    List<Cname> all = new ArrayList<>(cnames.size() + 1);
    all.add(link);
    all.addAll(cnames);
    BigFraction chance = first.probability.multiply(probability);
    return new Outcome(chance, all, result, record == null ? first.record : record);
  }

  /** The answer in one line, without its TTL. */
  public String text() {
    return AnswerText.of(this);
  }

  /** The parts of the answer that are known only after apply, each once, sorted by address. */
  public List<Value.Reference> references() {
    return AnswerReferences.of(this);
  }

  /** Whether there is an answer, or name servers that have one. */
  public boolean isAnswer() {
    return !(result instanceof DnsResult.NoData
        || result instanceof DnsResult.NxDomain
        || result instanceof DnsResult.Loop);
  }

  public Optional<RecordSet> recordSet() {
    return Optional.ofNullable(record);
  }
}
