package dev.meridian.resolve.analysis;

import dev.meridian.model.RecordKey;
import dev.meridian.model.RrsetKey;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.Question;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An obligation that a plan does not meet.
 *
 * @param subject the question, endpoint, or record that the finding is about, as text
 * @param part what to change
 * @param message what is wrong, as a sentence without a capital letter and a full stop
 * @param counterexample the smallest one; null if there is nothing to reproduce
 */
public record Finding(
    Kind kind, String subject, Part part, String message, @Nullable Counterexample counterexample) {

  /** What can go wrong, the worst first. */
  public enum Kind {
    /** A client gets no answer. */
    NO_ANSWER,
    /**
     * A client is sent to an endpoint that is down, although a record for it has one that is up.
     */
    DEAD_ANSWER,
    /** An endpoint has to carry more than its capacity. */
    OVER_CAPACITY,
    /** Clients leave a failed endpoint later than declared. */
    SLOW_FAILOVER,
    /** A record answers no client, whatever fails. */
    UNREACHABLE_RECORD
  }

  /** The part of the plan, or of what it is held to, that a finding is about. */
  public sealed interface Part {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method per kind of part. */
    interface Cases<R> {
      R policy(Policy part);

      R record(OfRecord part);

      R capacity(Capacity part);
    }

    /** The routing policy of a name and type. */
    record Policy(RrsetKey group) implements Part {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.policy(this);
      }
    }

    /** One record set. */
    record OfRecord(RecordKey key) implements Part {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.record(this);
      }
    }

    /** The declared capacity of an endpoint. */
    record Capacity(String endpoint) implements Part {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.capacity(this);
      }
    }
  }

  /**
   * The smallest set of failures that causes the finding, and the most populous of the clients that
   * it affects.
   *
   * @param question null if all questions together cause it
   * @param client one of them; null if all clients together cause it
   */
  public record Counterexample(
      Outage outage, @Nullable Question question, @Nullable ClientLocation client) {

    public Optional<Question> asked() {
      return Optional.ofNullable(question);
    }

    public Optional<ClientLocation> location() {
      return Optional.ofNullable(client);
    }
  }

  public Optional<Counterexample> example() {
    return Optional.ofNullable(counterexample);
  }
}
