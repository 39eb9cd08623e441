package dev.meridian.resolve;

import dev.meridian.model.RecordSet;

/** A record set that did not answer, and why. */
public record RejectedRecord(RecordSet record, Cause cause) {

  /** Why a record set did not answer. */
  public enum Cause {
    CHECK("its health check is unhealthy"),
    RESOURCE("the AWS resource behind it is unhealthy"),
    TARGET("no record behind it is healthy"),
    NOT_FOR_CLIENT("it is not for this client"),
    OUTRANKED("another record takes precedence"),
    STANDBY("its weight is 0");

    private final String reason;

    Cause(String reason) {
      this.reason = reason;
    }
  }

  /** Whether it did not answer because it is unhealthy. */
  public boolean unhealthy() {
    return switch (cause) {
      case CHECK, RESOURCE, TARGET -> true;
      case NOT_FOR_CLIENT, OUTRANKED, STANDBY -> false;
    };
  }

  /** One line about it, such as {@code eu-west-1: its health check eu-west-1 is unhealthy}. */
  public String text() {
    String label = ReasonFormatter.label(record);
    return switch (cause) {
      case CHECK -> label + ": its health check " + record.healthCheck() + " is unhealthy";
      case RESOURCE, TARGET, NOT_FOR_CLIENT, OUTRANKED, STANDBY ->
          label + ": " + ReasonFormatter.detail(record, cause.reason);
    };
  }
}
