package dev.meridian.resolve;

import dev.meridian.model.RecordSet;
import dev.meridian.model.Value;
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

  /** The answer in one line, without its TTL. */
  public String text() {
    return AnswerText.of(this);
  }

  /** The parts of the answer that are known only after apply, each once, sorted by address. */
  public List<Value.Reference> references() {
    return AnswerReferences.of(this);
  }

  public Optional<RecordSet> recordSet() {
    return Optional.ofNullable(record);
  }
}
