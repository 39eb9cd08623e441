package dev.meridian.compile.rule;

/**
 * A Route 53 rule that a plan breaks.
 *
 * @param what what is wrong, in Route 53's own words if they are known
 * @param fix what to do about it
 */
public record Violation(Severity severity, Subject subject, String what, String fix) {

  /** What the API does with such a plan. */
  public enum Severity {
    /** Refused in every account. */
    REJECTED,
    /** Refused because the plan refers to something that it does not contain. */
    DANGLING,
    /** Refused until AWS raises a quota of the account. */
    QUOTA
  }

  static Violation rejected(Subject subject, String what, String fix) {
    return new Violation(Severity.REJECTED, subject, what, fix);
  }

  static Violation dangling(Subject subject, String what, String fix) {
    return new Violation(Severity.DANGLING, subject, what, fix);
  }

  static Violation quota(Subject subject, String what, String fix) {
    return new Violation(Severity.QUOTA, subject, what, fix);
  }

  @Override
  public String toString() {
    return subject + ": " + what + "\n    fix: " + fix;
  }
}
