package dev.meridian.drill;

import dev.meridian.resolve.Question;
import org.jspecify.annotations.Nullable;

/**
 * Something that a drill found.
 *
 * @param question null if it concerns all names
 * @param subject an endpoint or a place, by {@code kind}
 * @param observed seconds, requests, or requests per second
 * @param limit what it should be at most, in the same unit; null if there is no number
 */
public record DrillFinding(
    Kind kind,
    @Nullable Question question,
    String subject,
    double observed,
    @Nullable Double limit) {

  /** What is wrong. */
  public enum Kind {
    /** Clients left later than health checks and TTLs predict. */
    SLOWER_THAN_PREDICTED("slower-than-predicted"),
    /** Clients left later than the objective for failover allows. */
    SLOWER_THAN_OBJECTIVE("slower-than-objective"),
    /** Clients have nothing else, so they are sent to what failed even when that is noticed. */
    NO_ALTERNATIVE("never-left"),
    /** Clients were sent to what failed until the end, although others would be healthy. */
    NEVER_LEFT("never-left"),
    /** Clients got no answer. */
    NO_ANSWER("no-answer"),
    /** An endpoint has more load than capacity during the outage. */
    OVER_CAPACITY("over-capacity");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** Such as {@code never-left}. */
    public String id() {
      return id;
    }
  }
}
