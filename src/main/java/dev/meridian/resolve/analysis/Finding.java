package dev.meridian.resolve.analysis;

import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A breach of an obligation.
 *
 * @param subject the question, endpoint or record that breaks it
 * @param words what is wrong, in a sentence without capital and full stop
 * @param counterexample the smallest one; null where there is nothing to play through
 */
public record Finding(
    Kind kind, String subject, String words, @Nullable Counterexample counterexample) {

  /** What can be broken, the gravest first. */
  public enum Kind {
    /** A client gets no answer. */
    NO_ANSWER,
    /** A client is sent to a dead endpoint while a live one is allowed for it. */
    DEAD_ANSWER,
    /** An endpoint must carry more than it can. */
    OVER_CAPACITY,
    /** A failure takes longer to be left behind than declared. */
    SLOW_FAILOVER,
    /** No client is ever answered with a record, whatever fails. */
    UNREACHABLE_RECORD
  }

  /**
   * The smallest set of failures that breaks the obligation, and of the clients it breaks it for
   * the most populous ones.
   *
   * @param question null where all questions together break it
   * @param client one of them; null where all clients together break it
   */
  public record Counterexample(
      Outage outage, @Nullable Question question, @Nullable ClientLocation client) {

    public Optional<Question> asked() {
      return Optional.ofNullable(question);
    }

    public Optional<ClientLocation> cell() {
      return Optional.ofNullable(client);
    }
  }

  public Optional<Counterexample> example() {
    return Optional.ofNullable(counterexample);
  }
}
